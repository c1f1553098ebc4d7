package hearth.protocol;

import java.util.List;

/// What a server can do, so that a client hides what its server lacks.
///
/// @param minor the protocol's minor number, which grows with every addition
/// @param features what the server offers, by name; names that a client does not know are skipped
public record Capabilities(int minor, List<String> features) {
  public Capabilities {
    features = List.copyOf(features);
  }

  public boolean offers(String feature) {
    return features.contains(feature);
  }
}

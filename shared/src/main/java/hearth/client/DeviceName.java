package hearth.client;

import hearth.protocol.FaultException;
import hearth.protocol.ServerInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/// What a device calls itself unless told otherwise: the host's name and the system's. Pure, but
/// for [#ofThisMachine].
public final class DeviceName {
  private DeviceName() {}

  /// The name of this machine. May ask the network: not for the FX thread.
  public static String ofThisMachine() {
    return of(hostName(), System.getProperty("os.name", ""));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  /// A name that servers take; empty where there is none to say.
  ///
  /// @param host as the system says it, perhaps with a domain
  /// @param system as Java says it, perhaps with a version
  static String of(String host, String system) {
    String first = host.matches("[0-9.]+|.*:.*") ? "" : host.replaceFirst("\\..*", "");
    String name = first.equalsIgnoreCase("localhost") ? "" : first;
    String brief = brief(system);
    return fit(name.isEmpty() || brief.isEmpty() ? name + brief : name + " (" + brief + ")")
        .or(() -> fit(name))
        .or(() -> fit(brief))
        .orElse("");
  }

  private static String brief(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return "Windows";
    }
    return lower.startsWith("mac") ? "macOS" : system;
  }

  private static Optional<String> fit(String name) {
    try {
      return Optional.of(ServerInfo.checkedName(name));
    } catch (FaultException unfit) {
      return Optional.empty();
    }
  }
}

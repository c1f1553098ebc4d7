package hearth.server.config;

import java.nio.file.Path;

/// How a server's connections are protected.
public sealed interface Encryption {

  /// TLS with the server's own key, made at the first start and kept with its data. Clients
  /// remember the key.
  record OwnKey() implements Encryption {}

  /// TLS with a key and certificate from elsewhere, both PEM, the key in PKCS#8.
  record Files(Path certificate, Path key) implements Encryption {}

  /// No TLS: for tests, and behind a reverse proxy that provides it.
  record None() implements Encryption {}
}

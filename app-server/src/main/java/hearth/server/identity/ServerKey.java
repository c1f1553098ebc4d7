package hearth.server.identity;

import hearth.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// The server's private key and its certificates. Clients identify the server by the key.
/// Immutable.
public final class ServerKey {
  private static final String ALIAS = "hearth";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /// Clients send no certificates; without this, Java would load its list of authorities first.
  private static final TrustManager[] NO_CLIENT_CERTIFICATES = {};

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final SSLContext context;

  private ServerKey(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = chain;
    this.context = newContext();
  }

  /// The key in a folder. If there is none, creates one: P-256, with a self-signed certificate.
  ///
  /// @throws IOException if the folder cannot be used, or the files in it are not a key
  public static ServerKey ofFolder(Path folder) throws IOException {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    if (Files.notExists(key)) {
      SelfSigned.create(key, certificate);
    } else {
      PrivateFiles.restrictAll(folder, "key.pem");
      PrivateFiles.restrictAll(folder, "certificate.pem");
    }
    return ofFiles(certificate, key);
  }

  /// A key from elsewhere.
  ///
  /// @param certificate PEM, the server's own certificate first
  /// @param key PEM of PKCS#8, not encrypted
  /// @throws IOException if they cannot be read or do not belong together
  public static ServerKey ofFiles(Path certificate, Path key) throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) {
        throw new IOException(certificate + " holds no certificate");
      }
      PublicKey shown = chain.getFirst().getPublicKey();
      PrivateKey kept = readKey(key, shown.getAlgorithm());
      if (!belongTogether(kept, shown)) {
        throw new IOException(certificate + " is the certificate of another key than " + key);
      }
      return new ServerKey(kept, chain);
    } catch (GeneralSecurityException invalid) {
      throw new IOException(
          certificate + " and " + key + " are not a certificate and its key", invalid);
    }
  }

  /// Whether they are two halves of one: what the one signs the other verifies.
  private static boolean belongTogether(PrivateKey kept, PublicKey shown)
      throws GeneralSecurityException {
    if (kept instanceof RSAKey one && shown instanceof RSAKey other) {
      return one.getModulus().equals(other.getModulus());
    }
    byte[] challenge = new byte[32];
    boolean elliptic = shown.getAlgorithm().equals("EC");
    // Ed25519 and the like name their only scheme.
    Signature signature =
        Signature.getInstance(elliptic ? "SHA256withECDSA" : shown.getAlgorithm());
    signature.initSign(kept);
    signature.update(challenge);
    byte[] signed = signature.sign();
    signature.initVerify(shown);
    signature.update(challenge);
    try {
      return signature.verify(signed);
    } catch (SignatureException malformed) {
      return false; // as signatures of keys of different sizes are
    }
  }

  private static PrivateKey readKey(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + " holds no key in PKCS#8 (BEGIN PRIVATE KEY)");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /// The SHA-256 of the public key (X.509 SubjectPublicKeyInfo), as 64 hexadecimal digits.
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(chain.getFirst().getPublicKey().getEncoded());
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /// TLS with this key. Each engine sets the protocol version.
  public SSLContext context() {
    return context;
  }

  private SSLContext newContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(new KeyManager[] {new SingleKey()}, NO_CLIENT_CERTIFICATES, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has TLS 1.3", impossible);
    }
  }

  /// Offers the one key to peers that ask for its kind.
  private final class SingleKey extends X509ExtendedKeyManager {
    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return matches(type) ? new String[] {ALIAS} : null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, Socket socket) {
      return matches(type) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal @Nullable [] issuers, SSLEngine engine) {
      return matches(type) ? ALIAS : null;
    }

    private boolean matches(String type) {
      return type.startsWith(key.getAlgorithm());
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }
  }
}

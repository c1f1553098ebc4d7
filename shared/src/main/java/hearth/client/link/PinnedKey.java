package hearth.client.link;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trust in the server of one connection by its key: the expected one, or any, which is then
/// [#shown]. Names, dates and authorities of its certificate are not checked. Safe from any thread.
public final class PinnedKey extends X509ExtendedTrustManager {
  private final @Nullable String expected;
  private volatile @Nullable String shown;
  private volatile boolean refused;

  /// Trust for one connection.
  ///
  /// @param expected the fingerprint that the key must have; null to accept any
  public PinnedKey(@Nullable String expected) {
    this.expected = expected;
  }

  SocketFactory sockets() {
    return context().getSocketFactory();
  }

  /// TLS 1.3 with this trust.
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has TLS 1.3", impossible);
    }
  }

  /// The fingerprint of the server's key, accepted or not; null until it was shown.
  @Nullable String shown() {
    return shown;
  }

  /// Whether the server has another key than expected.
  boolean refused() {
    return refused;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    String fingerprint = fingerprint(chain[0]);
    shown = fingerprint;
    if (expected != null && !expected.equals(fingerprint)) {
      refused = true;
      throw new CertificateException("the server's key is not the expected one");
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] key = certificate.getPublicKey().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this side is the client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

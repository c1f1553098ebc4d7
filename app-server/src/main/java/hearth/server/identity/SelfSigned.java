package hearth.server.identity;

import hearth.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Creates a key and a self-signed certificate. Clients identify a server by its key and ignore
/// names and dates. So the certificate names no host, and is valid from long ago, for computers
/// with a wrong clock, for a century. Holds no state.
final class SelfSigned {
  private static final X500Name NAME = new X500Name("CN=Hearth");
  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final int YEARS = 100;
  private static final int SERIAL_BITS = 120;

  private SelfSigned() {}

  /// Writes both files, readable by their owner only, and waits for the disk: a key that clients
  /// have seen must not be lost. The key comes last: if it exists, so does the certificate.
  static void create(Path key, Path certificate) throws IOException {
    try {
      SecureRandom random = new SecureRandom();
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      byte[] signed =
          new JcaX509v3CertificateBuilder(
                  NAME,
                  new BigInteger(SERIAL_BITS, random).setBit(0),
                  Date.from(FROM),
                  Date.from(FROM.plus(YEARS * 365L, ChronoUnit.DAYS)),
                  NAME,
                  pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded();
      PrivateFiles.write(certificate, pem("CERTIFICATE", signed));
      PrivateFiles.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException impossible) {
      throw new IllegalStateException("every Java has P-256 and its signatures", impossible);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static String pem(String what, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }
}

import hearth.desktop.fx.AppIcon;
import hearth.desktop.fx.FxToolkit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/// Draws the app's sign for every desktop: PNG in all sizes, ICO for Windows, ICNS for macOS.
///
/// `java @icons.args Icons.java FOLDER`
final class Icons {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

  /// The types that an ICNS file has for pictures of these sizes.
  private static final Map<Integer, String> ICNS =
      Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

  private Icons() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    TreeMap<Integer, byte[]> pictures = draw();
    for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
      Files.write(folder.resolve("hearth-" + picture.getKey() + ".png"), picture.getValue());
    }
    Files.write(folder.resolve("hearth.ico"), ico(pictures));
    Files.write(folder.resolve("hearth.icns"), icns(pictures));
    System.exit(0); // the toolkit's threads would go on
  }

  private static TreeMap<Integer, byte[]> draw() throws Exception {
    CompletableFuture<TreeMap<Integer, byte[]>> drawn = new CompletableFuture<>();
    FxToolkit.start(
        () -> {
          try {
            TreeMap<Integer, byte[]> pictures = new TreeMap<>();
            for (int size : SIZES) {
              pictures.put(size, png(AppIcon.draw(size), size));
            }
            drawn.complete(pictures);
          } catch (IOException | RuntimeException failed) {
            drawn.completeExceptionally(failed);
          }
        });
    return drawn.get();
  }

  private static byte[] png(Image image, int size) throws IOException {
    BufferedImage pixels = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", png);
    return png.toByteArray();
  }

  /// A directory of pictures, each of which may be a PNG; 256 is written as 0, and is the largest.
  private static byte[] ico(TreeMap<Integer, byte[]> all) {
    var pictures = all.headMap(256, true);
    int at = 6 + 16 * pictures.size();
    ByteBuffer ico =
        ByteBuffer.allocate(at + pictures.values().stream().mapToInt(png -> png.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (var picture : pictures.entrySet()) {
      byte side = (byte) (int) picture.getKey();
      int length = picture.getValue().length;
      ico.put(side).put(side).put((byte) 0).put((byte) 0);
      ico.putShort((short) 1).putShort((short) 32).putInt(length).putInt(at);
      at += length;
    }
    pictures.values().forEach(ico::put);
    return ico.array();
  }

  /// Blocks of a type, a length and a PNG behind a head of the same form.
  private static byte[] icns(TreeMap<Integer, byte[]> pictures) throws IOException {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(blocks)) {
      for (var picture : pictures.entrySet()) {
        String type = ICNS.get(picture.getKey());
        if (type != null) {
          out.write(type.getBytes(StandardCharsets.US_ASCII));
          out.writeInt(8 + picture.getValue().length);
          out.write(picture.getValue());
        }
      }
    }
    ByteBuffer icns = ByteBuffer.allocate(8 + blocks.size());
    return icns.put("icns".getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + blocks.size())
        .put(blocks.toByteArray())
        .array();
  }
}

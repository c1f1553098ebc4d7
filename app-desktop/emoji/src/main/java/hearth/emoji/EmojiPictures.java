package hearth.emoji;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The pictures of emoji, by number. They are kept deflated, four megabytes in all; who needs
/// pixels often keeps them. Immutable.
public final class EmojiPictures {
  private static final int SIDE = 64;
  private static final int COLOURS = 256;
  private static final int BLOCK = 4;
  private static final int FULL = 0xFF;

  private final ByteBuffer data;
  private final int count;
  private final int palettes;
  private final int places;

  private EmojiPictures(byte[] bytes) {
    data = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    palettes = 2 * Integer.BYTES;
    places = palettes + data.getInt(0) * COLOURS * Integer.BYTES;
    count = data.getInt(Integer.BYTES);
  }

  /// All pictures. They are read at the first call, which takes some milliseconds.
  public static EmojiPictures standard() {
    return Standard.PICTURES;
  }

  public int count() {
    return count;
  }

  /// A picture in a size, as pixels from the top left to the bottom right; colours are multiplied
  /// with their alpha. It takes some tenths of a millisecond.
  ///
  /// @param side how many pixels it is wide and high
  public int[] pixels(int picture, int side) {
    if (picture < 0 || picture >= count || side <= 0) {
      throw new IllegalArgumentException("There is no picture " + picture + " of size " + side);
    }
    int block = picture / BLOCK;
    int within = picture % BLOCK;
    int from = data.getInt(places + block * Integer.BYTES);
    int to = data.getInt(places + (block + 1) * Integer.BYTES);
    int palette = palettes + (data.get(from + within) & FULL) * COLOURS * Integer.BYTES;
    byte[] named = inflated(data.slice(from + BLOCK, to - from - BLOCK), within);
    int[] pixels = new int[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = multiplied(data.getInt(palette + (named[i] & FULL) * Integer.BYTES));
    }
    return side == SIDE ? pixels : new AreaScaler(SIDE, side).scaled(pixels);
  }

  private static byte[] inflated(ByteBuffer deflated, int within) {
    byte[] named = new byte[SIDE * SIDE];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      for (int i = 0; i <= within; i++) {
        if (inflater.inflate(named) != named.length) {
          throw new IllegalStateException("A picture is cut off");
        }
      }
      return named;
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("A picture is damaged", damaged);
    } finally {
      inflater.end();
    }
  }

  private static int multiplied(int colour) {
    int alpha = colour >>> 24;
    int red = ((colour >> 16) & FULL) * alpha / FULL;
    int green = ((colour >> 8) & FULL) * alpha / FULL;
    int blue = (colour & FULL) * alpha / FULL;
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }

  /// Loads at the first use.
  private static final class Standard {
    static final EmojiPictures PICTURES = new EmojiPictures(Resource.bytes("pictures.bin"));
  }
}

package hearth.emoji;

/// Scales square pictures. Smaller ones are means of the areas that their pixels cover, so that no
/// line is lost and none flickers; larger ones are interpolated. Immutable.
final class AreaScaler {
  private static final int CHANNELS = 4;
  private static final int FULL = 0xFF;

  private final int from;
  private final int to;

  AreaScaler(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /// The picture in the new size; colours are multiplied with their alpha.
  int[] scaled(int[] pixels) {
    float[] wide = new float[from * from * CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        wide[i * CHANNELS + channel] = (pixels[i] >>> (8 * channel)) & FULL;
      }
    }
    // Each pass scales along the rows and turns the picture, so two of them make it whole again.
    float[] both = turned(turned(wide, from), from);
    int[] result = new int[to * to];
    for (int i = 0; i < result.length; i++) {
      int colour = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        colour |= Math.clamp(Math.round(both[i * CHANNELS + channel]), 0, FULL) << (8 * channel);
      }
      result[i] = colour;
    }
    return result;
  }

  /// Scales each row, and makes it a column.
  private float[] turned(float[] rows, int width) {
    int height = rows.length / CHANNELS / width;
    float[] columns = new float[to * height * CHANNELS];
    float step = (float) width / to;
    float reach = Math.max(1, step) / 2;
    for (int x = 0; x < to; x++) {
      float centre = (x + 0.5f) * step;
      float left = Math.max(0, centre - reach);
      float right = Math.min(width, centre + reach);
      for (int source = (int) left; source < right; source++) {
        float share = (Math.min(right, source + 1) - Math.max(left, source)) / (right - left);
        for (int y = 0; y < height; y++) {
          for (int channel = 0; channel < CHANNELS; channel++) {
            columns[(x * height + y) * CHANNELS + channel] +=
                share * rows[(y * width + source) * CHANNELS + channel];
          }
        }
      }
    }
    return columns;
  }
}

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
    float[] wide = new float[pixels.length * CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      wide[i * CHANNELS] = pixel >>> 24;
      wide[i * CHANNELS + 1] = (pixel >> 16) & FULL;
      wide[i * CHANNELS + 2] = (pixel >> 8) & FULL;
      wide[i * CHANNELS + 3] = pixel & FULL;
    }
    // Each pass scales along the rows and turns the picture, so two of them make it whole again.
    float[] both = turned(turned(wide));
    int[] result = new int[to * to];
    for (int i = 0; i < result.length; i++) {
      int at = i * CHANNELS;
      result[i] =
          (whole(both[at]) << 24)
              | (whole(both[at + 1]) << 16)
              | (whole(both[at + 2]) << 8)
              | whole(both[at + 3]);
    }
    return result;
  }

  private static int whole(float channel) {
    return Math.clamp((int) (channel + 0.5f), 0, FULL);
  }

  /// Scales each row, and makes it a column.
  private float[] turned(float[] rows) {
    int height = rows.length / CHANNELS / from;
    float[] columns = new float[to * height * CHANNELS];
    float step = (float) from / to;
    float reach = Math.max(1, step) / 2;
    int into = 0;
    for (int x = 0; x < to; x++) {
      float centre = (x + 0.5f) * step;
      float left = Math.max(0, centre - reach);
      float right = Math.min(from, centre + reach);
      for (int y = 0; y < height; y++) {
        float alpha = 0;
        float red = 0;
        float green = 0;
        float blue = 0;
        int at = (y * from + (int) left) * CHANNELS;
        for (int source = (int) left; source < right; source++) {
          float share = Math.min(right, source + 1) - Math.max(left, source);
          alpha += share * rows[at];
          red += share * rows[at + 1];
          green += share * rows[at + 2];
          blue += share * rows[at + 3];
          at += CHANNELS;
        }
        float all = right - left;
        columns[into] = alpha / all;
        columns[into + 1] = red / all;
        columns[into + 2] = green / all;
        columns[into + 3] = blue / all;
        into += CHANNELS;
      }
    }
    return columns;
  }
}

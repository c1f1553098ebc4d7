package com.sun.javafx.text;

import com.sun.javafx.font.FontStrike;
import com.sun.javafx.geom.transform.BaseTransform;
import com.sun.javafx.scene.text.GlyphList;
import com.sun.prism.Graphics;
import com.sun.prism.Image;
import com.sun.prism.Texture;
import hearth.emoji.EmojiPictures;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the mended `Graphics` calls: draws an emoji in the pixels of the screen, so that it is
/// sharp at every scale. Safe for use by several threads.
public final class EmojiPainter {
  private static final int MOST_PIXELS = 1 << 20; // four megabytes
  private static final int LARGEST = 256;

  private static final Map<Key, Image> DRAWN = new LinkedHashMap<>(64, 0.75f, true);
  private static int pixels;

  private EmojiPainter() {}

  /// Draws the first glyph of a list.
  ///
  /// @return false if it is no emoji, so that the graphics draws it itself
  public static boolean draw(Graphics g, GlyphList glyphs, FontStrike strike, float x, float y) {
    int glyph = glyphs.getGlyphCode(0);
    if (!EmojiFont.isEmoji(glyph)) {
      return false;
    }
    int picture = EmojiFont.picture(glyph);
    if (picture != EmojiFont.NOTHING) {
      draw(g, picture, strike.getSize(), x, y);
    }
    return true;
  }

  private static void draw(Graphics g, int picture, float size, float x, float y) {
    BaseTransform transform = g.getTransformNoClone();
    double scale = Math.hypot(transform.getMxx(), transform.getMyx());
    int side = Math.clamp(Math.round(EmojiFont.side(size) * scale), 1, LARGEST);
    float left = x + EmojiFont.left(size);
    float top = y + EmojiFont.top(size);
    float width = EmojiFont.side(size);
    float height = width;
    if (transform.getMxy() == 0
        && transform.getMyx() == 0
        && transform.getMxx() > 0
        && transform.getMyy() > 0) {
      left = aligned(left, transform.getMxx(), transform.getMxt());
      top = aligned(top, transform.getMyy(), transform.getMyt());
      width = (float) (side / transform.getMxx());
      height = (float) (side / transform.getMyy());
    }
    Texture texture =
        g.getResourceFactory()
            .getCachedTexture(image(picture, side), Texture.WrapMode.CLAMP_TO_EDGE);
    if (texture != null) {
      g.drawTexture(texture, left, top, left + width, top + height, 0, 0, side, side);
      texture.unlock();
    }
  }

  /// The nearest place that is the edge of a pixel.
  private static float aligned(float place, double scale, double from) {
    return (float) ((Math.round(place * scale + from) - from) / scale);
  }

  private static synchronized Image image(int picture, int side) {
    Key key = new Key(picture, side);
    Image image = DRAWN.get(key);
    if (image == null) {
      int[] colours = EmojiPictures.standard().pixels(picture, side);
      image = Image.fromIntArgbPreData(colours, side, side);
      DRAWN.put(key, image);
      pixels += side * side;
      Iterator<Key> oldest = DRAWN.keySet().iterator();
      while (pixels > MOST_PIXELS) {
        Key last = oldest.next();
        pixels -= last.side * last.side;
        oldest.remove();
      }
    }
    return image;
  }

  private record Key(int picture, int side) {}
}

package com.sun.javafx.text;

import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.Glyph;
import com.sun.javafx.font.Metrics;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.Point2D;
import com.sun.javafx.geom.RectBounds;
import com.sun.javafx.geom.Shape;
import com.sun.javafx.geom.transform.BaseTransform;
import com.sun.javafx.scene.text.GlyphList;

/// The pictures of emoji in one size. They are drawn by [EmojiPainter], and have no outline.
record EmojiStrike(float size, BaseTransform transform, int smoothing) implements FontStrike {
  @Override
  public FontResource getFontResource() {
    return EmojiFont.FONT;
  }

  @Override
  public float getSize() {
    return size;
  }

  @Override
  public BaseTransform getTransform() {
    return transform;
  }

  @Override
  public boolean drawAsShapes() {
    return false;
  }

  @Override
  public int getQuantizedPosition(Point2D point) {
    return 0;
  }

  @Override
  public Metrics getMetrics() {
    throw new UnsupportedOperationException("The first font of the composite has them");
  }

  @Override
  public Glyph getGlyph(char symbol) {
    return getGlyph(EmojiFont.NOTHING);
  }

  @Override
  public Glyph getGlyph(int code) {
    return new Picture(code, size);
  }

  @Override
  public void clearDesc() {}

  @Override
  public int getAAMode() {
    return smoothing;
  }

  @Override
  public float getCharAdvance(char ch) {
    return 0;
  }

  @Override
  public Shape getOutline(GlyphList glyphs, BaseTransform place) {
    return new Path2D();
  }

  private record Picture(int code, float size) implements Glyph {
    @Override
    public int getGlyphCode() {
      return code;
    }

    @Override
    public RectBounds getBBox() {
      float[] box = EmojiFont.FONT.getGlyphBoundingBox(code, size, null);
      return new RectBounds(box[0], box[1], box[2], box[3]);
    }

    @Override
    public float getAdvance() {
      return EmojiFont.FONT.getAdvance(code, size);
    }

    @Override
    public Shape getShape() {
      return null;
    }

    @Override
    public byte[] getPixelData() {
      return new byte[0];
    }

    @Override
    public byte[] getPixelData(int subPixel) {
      return getPixelData();
    }

    @Override
    public float getPixelXAdvance() {
      return getAdvance();
    }

    @Override
    public float getPixelYAdvance() {
      return 0;
    }

    @Override
    public boolean isLCDGlyph() {
      return false;
    }

    @Override
    public int getWidth() {
      return 0;
    }

    @Override
    public int getHeight() {
      return 0;
    }

    @Override
    public int getOriginX() {
      return 0;
    }

    @Override
    public int getOriginY() {
      return 0;
    }
  }
}

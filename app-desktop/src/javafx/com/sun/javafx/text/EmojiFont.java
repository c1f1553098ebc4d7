package com.sun.javafx.text;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.FontStrikeDesc;
import com.sun.javafx.geom.transform.BaseTransform;
import java.lang.ref.WeakReference;
import java.util.Map;

/// The pictures of emoji as the glyphs of a font, which is the last slot of every composite font.
/// It maps no character: its glyphs come from [EmojiLayout] alone.
public final class EmojiFont implements FontResource {
  /// The slot, which no other font reaches.
  public static final int SLOT = 0xFD;

  public static final EmojiFont FONT = new EmojiFont();

  /// The picture that shows nothing.
  static final int NOTHING = 0xFFFFFE;

  /// How large a picture is, how far it goes below the line, and how much room it takes; all of
  /// them per size of the font.
  private static final float SIDE = 1.25f;

  private static final float BELOW = 0.26f;
  private static final float ADVANCE = 1.32f;

  private static final int SLOT_SHIFT = 24;
  private static final String NAME = "Hearth Emoji";

  private EmojiFont() {}

  static int glyph(int picture) {
    return SLOT << SLOT_SHIFT | picture;
  }

  static int picture(int glyph) {
    return glyph & (1 << SLOT_SHIFT) - 1;
  }

  static boolean isEmoji(int glyph) {
    return glyph >>> SLOT_SHIFT == SLOT;
  }

  static float advance(float size) {
    return size * ADVANCE;
  }

  static float side(float size) {
    return size * SIDE;
  }

  static float left(float size) {
    return size * (ADVANCE - SIDE) / 2;
  }

  static float top(float size) {
    return size * (BELOW - SIDE);
  }

  @Override
  public float getAdvance(int glyph, float size) {
    return glyph == NOTHING ? 0 : advance(size);
  }

  @Override
  public float[] getGlyphBoundingBox(int glyph, float size, float[] into) {
    float[] box = into == null || into.length < 4 ? new float[4] : into;
    boolean shown = glyph != NOTHING;
    box[0] = shown ? left(size) : 0;
    box[1] = shown ? -size * BELOW : 0;
    box[2] = shown ? left(size) + side(size) : 0;
    box[3] = shown ? -top(size) : 0;
    return box;
  }

  @Override
  public boolean isColorGlyph(int glyph) {
    return true;
  }

  @Override
  public FontStrike getStrike(float size, BaseTransform transform) {
    return getStrike(size, transform, AA_GREYSCALE);
  }

  @Override
  public FontStrike getStrike(float size, BaseTransform transform, int smoothing) {
    return new EmojiStrike(size, transform, smoothing);
  }

  @Override
  public CharToGlyphMapper getGlyphMapper() {
    return new CharToGlyphMapper() {
      @Override
      public int getGlyphCode(int character) {
        return MISSING_GLYPH;
      }
    };
  }

  @Override
  public Map<FontStrikeDesc, WeakReference<FontStrike>> getStrikeMap() {
    return Map.of();
  }

  @Override
  public String getFullName() {
    return NAME;
  }

  @Override
  public String getPSName() {
    return NAME;
  }

  @Override
  public String getFamilyName() {
    return NAME;
  }

  @Override
  public String getFileName() {
    return NAME;
  }

  @Override
  public String getStyleName() {
    return "Regular";
  }

  @Override
  public String getLocaleFullName() {
    return NAME;
  }

  @Override
  public String getLocaleFamilyName() {
    return NAME;
  }

  @Override
  public String getLocaleStyleName() {
    return "Regular";
  }

  @Override
  public int getFeatures() {
    return 0;
  }

  @Override
  public boolean isBold() {
    return false;
  }

  @Override
  public boolean isItalic() {
    return false;
  }

  @Override
  public int getDefaultAAMode() {
    return AA_GREYSCALE;
  }

  @Override
  public Object getPeer() {
    return null;
  }

  @Override
  public void setPeer(Object peer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isEmbeddedFont() {
    return true;
  }
}

package com.sun.javafx.text;

import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.TextSpan;

/// One emoji, however many characters it has: one glyph, which is its picture. If a line is too
/// narrow even for that, or is broken within it, its first part shows it and the others nothing.
final class EmojiRun extends TextRun {
  private static final int[] FIRST = {0};

  private final int picture;

  EmojiRun(int start, int length, TextRun within, int picture) {
    this(start, length, within.getLevel(), within.getTextSpan(), picture);
  }

  private EmojiRun(int start, int length, byte level, TextSpan span, int picture) {
    super(start, length, level, false, ScriptMapper.COMMON, span, 0, false);
    this.picture = picture;
  }

  void shape(PGFont font) {
    if (getGlyphCount() == 0) {
      shape(picture == EmojiFont.NOTHING ? 0 : EmojiFont.advance(font.getSize()));
    }
  }

  private void shape(float width) {
    shape(1, new int[] {EmojiFont.glyph(picture)}, new float[] {0, 0, width, 0}, FIRST);
  }

  /// The place within the run where a line that has this much room ends.
  @Override
  public int getWrapIndex(float width) {
    return getWidth() > width ? 0 : getLength();
  }

  @Override
  public TextRun split(int offset) {
    EmojiRun rest =
        new EmojiRun(
            getStart() + offset,
            getLength() - offset,
            getLevel(),
            getTextSpan(),
            EmojiFont.NOTHING);
    rest.shape(0);
    rest.setMetrics(getAscent(), getDescent(), getLeading());
    length = offset;
    flags |= FLAGS_SPLIT;
    flags &= ~FLAGS_SPLIT_LAST;
    rest.flags |= FLAGS_SPLIT_LAST;
    return rest;
  }

  @Override
  public void merge(TextRun rest) {
    if (rest != null) {
      length += rest.getLength();
    }
    flags &= ~(FLAGS_SPLIT | FLAGS_SPLIT_LAST);
  }

  @Override
  public TextRun unwrap() {
    EmojiRun run = new EmojiRun(getStart(), getLength(), getLevel(), getTextSpan(), picture);
    if (getGlyphCount() > 0) {
      run.shape(getWidth());
    }
    run.setMetrics(getAscent(), getDescent(), getLeading());
    run.flags = flags & ~(FLAGS_SOFTBREAK | FLAGS_NO_LINK_AFTER | FLAGS_NO_LINK_BEFORE);
    return run;
  }
}

package com.sun.javafx.text;

import com.sun.javafx.font.CompositeFontResource;
import com.sun.javafx.font.PGFont;
import hearth.emoji.EmojiFinder;
import hearth.emoji.EmojiMatch;
import java.nio.CharBuffer;

/// What the mended [PrismTextLayout] calls: makes each emoji in a text a run of its own.
public final class EmojiLayout {
  private static final char TEXT_SELECTOR = 0xFE0E;
  private static final char EMOJI_SELECTOR = 0xFE0F;

  private EmojiLayout() {}

  /// Adds a run that has emoji in it as several ones.
  ///
  /// @param characters the layout's whole text
  /// @return false if there are none in it, so that the layout adds it itself
  public static boolean add(PrismTextLayout layout, TextRun run, char[] characters) {
    if (run instanceof EmojiRun
        || run instanceof Part
        || run.isLinebreak()
        || run.isTab()
        || !hasPictures(layout, run)) {
      return false;
    }
    CharBuffer text = CharBuffer.wrap(characters);
    int at = run.getStart();
    EmojiMatch match = next(text, at, run.getEnd());
    if (match == null) {
      return false;
    }
    while (match != null) {
      addPart(layout, run, at, match.start());
      layout.addTextRun(
          new EmojiRun(match.start(), match.end() - match.start(), run, match.picture()));
      at = match.end();
      match = next(text, at, run.getEnd());
    }
    addPart(layout, run, at, run.getEnd());
    return true;
  }

  /// The next emoji, or the next selector of none, which fonts show as a box; null if there is
  /// neither.
  private static EmojiMatch next(CharBuffer text, int from, int to) {
    EmojiMatch emoji = EmojiFinder.standard().first(text, from, to).orElse(null);
    for (int at = from; at < (emoji == null ? to : emoji.start()); at++) {
      if (text.charAt(at) == TEXT_SELECTOR || text.charAt(at) == EMOJI_SELECTOR) {
        return new EmojiMatch(at, at + 1, EmojiFont.NOTHING);
      }
    }
    return emoji;
  }

  /// Shapes an emoji, which the layout would not know how to.
  public static void shape(PrismTextLayout layout, TextRun run) {
    if (run instanceof EmojiRun emoji) {
      emoji.shape(font(layout, run));
    }
  }

  private static void addPart(PrismTextLayout layout, TextRun run, int from, int to) {
    if (from < to) {
      layout.addTextRun(new Part(run, from, to));
    }
  }

  private static boolean hasPictures(PrismTextLayout layout, TextRun run) {
    PGFont font = font(layout, run);
    return font != null && font.getFontResource() instanceof CompositeFontResource;
  }

  private static PGFont font(PrismTextLayout layout, TextRun run) {
    return run.getTextSpan() == null ? layout.getFont() : (PGFont) run.getTextSpan().getFont();
  }

  /// What lies between emoji: it is not looked through once more, without what follows it.
  private static final class Part extends TextRun {
    Part(TextRun run, int from, int to) {
      super(
          from,
          to - from,
          run.getLevel(),
          run.isComplex(),
          run.getScript(),
          run.getTextSpan(),
          run.getSlot(),
          run.isCanonical());
    }
  }
}

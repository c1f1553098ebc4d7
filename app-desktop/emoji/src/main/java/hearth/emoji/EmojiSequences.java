package hearth.emoji;

import java.util.Arrays;
import java.util.List;

/// The code points of all emoji, without selectors, as steps from state to state. Immutable.
final class EmojiSequences {
  static final int START = 0;
  static final int NONE = -1;

  private static final int CODE_BITS = 21;
  private static final int SPREAD = 0x9E3779B1;

  private final long[] steps;
  private final int[] next;
  private final int[] pictures;

  /// A table of lines that hold an emoji, a tab and the number of its picture.
  EmojiSequences(List<String> lines) {
    int most =
        1 + lines.stream().mapToInt(line -> line.codePointCount(0, line.indexOf('\t'))).sum();
    steps = new long[Integer.highestOneBit(most) * 2];
    Arrays.fill(steps, NONE);
    next = new int[steps.length];
    int[] found = new int[most];
    Arrays.fill(found, NONE);
    int states = 1;
    for (String line : lines) {
      int state = START;
      int end = line.indexOf('\t');
      for (int at = 0; at < end; at = line.offsetByCodePoints(at, 1)) {
        int code = line.codePointAt(at);
        if (code != EmojiFinder.EMOJI_SELECTOR) {
          int place = place(state, code);
          if (steps[place] == NONE) {
            steps[place] = step(state, code);
            next[place] = states++;
          }
          state = next[place];
        }
      }
      found[state] = Integer.parseInt(line, end + 1, line.length(), 10);
    }
    pictures = Arrays.copyOf(found, states);
  }

  /// The state after a code point; [#NONE] if no emoji goes on with it.
  int next(int state, int code) {
    int place = place(state, code);
    return steps[place] == NONE ? NONE : next[place];
  }

  /// The picture of the emoji that ends at a state; [#NONE] if none does.
  int picture(int state) {
    return pictures[state];
  }

  private static long step(int state, int code) {
    return ((long) state << CODE_BITS) | code;
  }

  private int place(int state, int code) {
    long step = step(state, code);
    int place = ((Long.hashCode(step) * SPREAD) >>> 16) & (steps.length - 1);
    while (steps[place] != NONE && steps[place] != step) {
      place = (place + 1) & (steps.length - 1);
    }
    return place;
  }
}

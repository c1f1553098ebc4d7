package hearth.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Frame;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Whatever comes is a frame or a [CodecException]. The seed is another one each time, and said
/// where a test fails; `-Dhearth.fuzz.seed=N` repeats a run.
class CodecFuzzTest {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = 25_000;
  private static final int MUTATIONS = 4;
  private static final List<String> VALID = Samples.frames().stream().map(Codec::encode).toList();
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "\\u0000",
          ",",
          ":",
          "null",
          "true",
          "1e999",
          "-0",
          "0.5",
          "9223372036854775808",
          "NaN",
          "\u0000",
          "\u202e",
          "\ud83d",
          "\"id\":",
          "\"params\":",
          "\"method\":",
          "\"type\":",
          "\"jsonrpc\":\"2.0\"",
          "🔥",
          " ");

  @Test
  void whatIsNearlyAFrameIsAFrameOrRefused() {
    run(CodecFuzzTest::mutated);
  }

  @Test
  void whatIsMadeOfJsonsPiecesIsAFrameOrRefused() {
    run(
        random -> {
          StringBuilder text = new StringBuilder("{");
          int pieces = random.nextInt(30);
          for (int i = 0; i < pieces; i++) {
            text.append(pick(random, PIECES));
          }
          return text.toString();
        });
  }

  @Test
  void whatIsNothingAtAllIsRefused() {
    run(
        random -> {
          char[] text = new char[random.nextInt(60)];
          for (int i = 0; i < text.length; i++) {
            text[i] = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x1_0000);
          }
          return new String(text);
        });
  }

  private static void run(Function<Random, String> texts) {
    for (int i = 0; i < ROUNDS; i++) {
      long seed = SEED + i;
      String text = texts.apply(new Random(seed));
      try {
        Frame frame = Codec.decode(text);
        assertThat(Codec.decode(Codec.encode(frame))).isEqualTo(frame);
      } catch (CodecException refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException | Error broken) {
        throw new AssertionError("seed " + seed + ": " + text, broken);
      }
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(pick(random, VALID));
    int mutations = 1 + random.nextInt(MUTATIONS);
    for (int i = 0; i < mutations; i++) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(8));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, pick(random, PIECES));
        case 2 -> text.insert(from, text.substring(from, to));
        case 3 -> text.replace(from, to, pick(random, PIECES));
        default -> text.replace(from, text.length(), afterMiddle(pick(random, VALID)));
      }
    }
    return text.toString();
  }

  private static String afterMiddle(String text) {
    return text.substring(text.length() / 2);
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

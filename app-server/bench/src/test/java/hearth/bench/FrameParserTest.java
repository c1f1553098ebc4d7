package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {
  private static final List<String> MESSAGES =
      List.of("one", "", "x".repeat(125), "y".repeat(126), "z".repeat(300), "last");

  @Test
  void framesThatArriveTogetherArePassedOnOneByOne() {
    byte[] stream = stream();
    List<String> seen = new ArrayList<>();
    assertThat(parse(stream, 0, stream.length, seen)).isEqualTo(stream.length);
    assertThat(seen).isEqualTo(MESSAGES);
  }

  @Test
  void theStreamMayBeCutAnywhere() {
    byte[] stream = stream();
    for (int cut = 0; cut <= stream.length; cut++) {
      List<String> seen = new ArrayList<>();
      int whole = parse(stream, 0, cut, seen);
      assertThat(whole).isLessThanOrEqualTo(cut);
      parse(stream, whole, stream.length, seen);
      if (!seen.equals(MESSAGES)) {
        assertThat(seen).as("cut at %d", cut).isEqualTo(MESSAGES);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01 01 78", // not the last fragment
        "C1 01 78", // compressed
        "81 81 00 00 00 00 78", // masked
        "81 7F 00 00 00 01 00 00 00 00", // four gigabytes
        "81 7F FF FF FF FF FF FF FF FF" // negative
      })
  void whatAHearthServerDoesNotSendIsRefused(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThatThrownBy(() -> parse(bytes, 0, bytes.length, new ArrayList<>()))
        .isInstanceOf(BenchException.class);
  }

  private static int parse(byte[] bytes, int start, int to, List<String> seen) {
    return FrameParser.parse(
        bytes,
        start,
        to,
        (opcode, all, from, end) -> {
          assertThat(opcode).isEqualTo(FrameParser.TEXT);
          seen.add(new String(all, from, end - from, StandardCharsets.UTF_8));
        });
  }

  private static byte[] stream() {
    var out = new ByteArrayOutputStream();
    for (String message : MESSAGES) {
      byte[] text = message.getBytes(StandardCharsets.UTF_8);
      ByteBuffer head = ByteBuffer.allocate(10).put((byte) 0x81);
      if (text.length < 126) {
        head.put((byte) text.length);
      } else if (text.length < 300) {
        head.put((byte) 126).putShort((short) text.length);
      } else {
        head.put((byte) 127).putLong(text.length); // the long form is allowed for any length
      }
      out.write(head.array(), 0, head.position());
      out.writeBytes(text);
    }
    return out.toByteArray();
  }
}

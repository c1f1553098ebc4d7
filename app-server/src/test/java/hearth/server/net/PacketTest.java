package hearth.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.json.Codec;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.TextFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 40, 60, 61, 62, 63, 64, 65, 66, 200, 65_400, 65_470, 65_480, 100_000})
  void theLibraryReadsBackWhatWasFramed(int length) throws InvalidDataException {
    Frame frame =
        new Frame.ErrorFrame(
            OptionalLong.of(1), new FaultException(Fault.INTERNAL, "x".repeat(length)));
    Packet packet = Packet.of(frame);
    ByteBuffer copy = ByteBuffer.allocate(packet.size()).put(packet.bytes()).flip();
    Draft_6455 draft = new Draft_6455();
    draft.setParseMode(Role.CLIENT);
    List<Framedata> frames = draft.translateFrame(copy);
    assertThat(frames).singleElement().isInstanceOf(TextFrame.class);
    assertThat(StandardCharsets.UTF_8.decode(frames.getFirst().getPayloadData()).toString())
        .isEqualTo(Codec.encode(frame));
    assertThat(packet.bytes().remaining()).as("can be sent again").isEqualTo(packet.size());
  }
}

package hearth.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.Frame;
import hearth.protocol.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `PROTOCOL.md` to the code.
class ProtocolPageTest {

  static List<String> examples() throws IOException {
    return page().lines().filter(line -> line.startsWith("{")).toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("PROTOCOL.md"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theCodecReadsAndWritesEachExampleAsItStands(String example) throws CodecException {
    assertThat(Codec.encode(Codec.decode(example))).isEqualTo(example);
  }

  @Test
  void everyRequestResponseAndNotificationHasAnExample() throws Exception {
    Set<Class<?>> shown =
        examples().stream().map(ProtocolPageTest::payload).collect(Collectors.toSet());
    assertThat(shown).containsAll(classesOf(Samples.requests()));
    assertThat(shown)
        .containsAll(
            classesOf(
                Samples.responses().stream()
                    .filter(response -> !(response instanceof Response.Unknown))
                    .toList()));
    assertThat(shown).containsAll(classesOf(Samples.notifications()));
  }

  private static Class<?> payload(String example) {
    try {
      return switch (Codec.decode(example)) {
        case Frame.RequestFrame request -> request.request().getClass();
        case Frame.ResponseFrame response -> response.response().getClass();
        case Frame.NotificationFrame told -> told.notification().getClass();
        case Frame.ErrorFrame error -> error.getClass();
        case Frame.UnknownFrame unknown -> unknown.getClass();
      };
    } catch (CodecException broken) {
      throw new AssertionError(example, broken);
    }
  }

  private static List<Class<?>> classesOf(List<?> samples) {
    return samples.stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void everyFaultStandsInTheTableUnderItsCode() throws IOException {
    String page = page();
    for (Fault fault : Fault.values()) {
      assertThat(page).contains("| " + fault.code() + " | " + fault.name() + " |");
    }
  }
}

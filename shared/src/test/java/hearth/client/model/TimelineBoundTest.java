package hearth.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A timeline in view for days, or scrolled back without end.
class TimelineBoundTest {
  private static final UserId ME = new UserId(1);

  private final Timeline timeline = new Timeline(ME);

  private static Entry entry(long seq) {
    return new Entry(
        new ChatId(1),
        seq,
        Instant.ofEpochMilli(seq),
        ME,
        null,
        Action.Post.text("message " + seq));
  }

  private static List<Row> stretch(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(seq -> Row.of(entry(seq))).toList();
  }

  @Test
  void newRowsLetTheOldestGo() {
    for (long seq = 1; seq <= 20_000; seq++) {
      timeline.append(entry(seq));
    }
    assertThat(timeline.rows().size()).isBetween(Timeline.ROWS, Timeline.ROWS + Timeline.SLACK);
    assertThat(timeline.rows().getLast().seq()).isEqualTo(20_000);
    assertThat(timeline.reach()).isEqualTo(new Change.Reach(false, true));
    assertThat(timeline.from()).isEqualTo(timeline.rows().getFirst().seq());
  }

  @Test
  void olderRowsLetTheNewestGoAndTheWayBackIsOpen() {
    timeline.reset(19_901, 20_000, stretch(19_901, 20_000), true);
    for (long first = 19_801; first > 10_000; first -= 100) {
      timeline.extend(first, first + 99, stretch(first, first + 99));
    }
    assertThat(timeline.rows().size()).isBetween(Timeline.ROWS, Timeline.ROWS + Timeline.SLACK);
    assertThat(timeline.reach().last()).isFalse();
    long end = timeline.to();
    assertThat(timeline.rows().getLast().seq()).isEqualTo(end);
    timeline.extend(end + 1, end + 100, stretch(end + 1, end + 100));
    assertThat(timeline.to()).isEqualTo(end + 100);
  }
}

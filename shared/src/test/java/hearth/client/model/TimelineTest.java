package hearth.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Page;
import hearth.protocol.Reaction;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever the order in which entries, pages and one's own actions come, the rows are the same. A
/// failure names its seed; `-Dhearth.fuzz.seed=N` repeats it.
class TimelineTest {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = 300;
  private static final ChatId CHAT = new ChatId(1);
  private static final UserId ME = new UserId(1);
  private static final List<String> EMOJI = List.of("👍", "🎉", "❤️");

  @Test
  void anyInterleavingOfEntriesAndPagesComesToTheSameRows() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      List<Entry> log = log(random, 40);
      assertThat(interleaved(log, random)).as("seed " + seed).isEqualTo(folded(log));
    }
  }

  /// The rows that a log comes to, folded in order.
  private static List<Row> folded(List<Entry> log) {
    Map<Long, Row> rows = new TreeMap<>();
    for (Entry entry : log) {
      if (entry.standsAlone()) {
        rows.put(entry.seq(), Row.of(entry));
      } else {
        rows.computeIfPresent(entry.target(), (_, row) -> row.after(entry));
      }
    }
    return List.copyOf(rows.values());
  }

  /// The same log through a timeline that begins somewhere with a page of the server's, hears of
  /// every entry after that one or more times, and asks for older pages in between. A page is as
  /// old as the moment of its reading; what has overtaken it is folded in as it arrives.
  private static List<Row> interleaved(List<Entry> log, Random random) {
    int head = 1 + random.nextInt(log.size());
    long from = 1L + random.nextInt(head);
    Timeline timeline = new Timeline(ME);
    timeline.reset(from, head, stretch(folded(log.subList(0, head)), from, head), true);
    PagesInFlight pages = new PagesInFlight();
    Page page = null;
    for (int next = head; next < log.size() || timeline.from() > 1; ) {
      switch (random.nextInt(4)) {
        case 0 -> {
          if (page == null && timeline.from() > 1) {
            long to = timeline.from() - 1;
            long first = Math.max(1, to - random.nextInt(10));
            pages.asked(CHAT);
            List<Row> read = stretch(folded(log.subList(0, next)), first, to);
            page = new Page(CHAT, first, to, read, List.of());
          }
        }
        case 1 -> {
          if (page != null) {
            Page now = pages.arrived(page);
            assertThat(timeline.extend(now.from(), now.to(), now.rows())).isTrue();
            pages.ended(CHAT);
            page = null;
          }
        }
        case 2 -> {
          if (next > 0) {
            timeline.append(log.get(random.nextInt(next))); // told again
          }
        }
        default -> {
          if (next < log.size()) {
            timeline.append(log.get(next));
            pages.folded(log.get(next));
            next++;
          }
        }
      }
    }
    return timeline.rows().stream().map(row -> ((TimelineRow.Committed) row).row()).toList();
  }

  private static List<Row> stretch(List<Row> rows, long from, long to) {
    return rows.stream().filter(row -> row.seq() >= from && row.seq() <= to).toList();
  }

  private static List<Entry> log(Random random, int length) {
    List<Entry> log = new ArrayList<>();
    List<Long> posts = new ArrayList<>();
    for (long seq = 1; seq <= length; seq++) {
      UserId author = new UserId(1 + random.nextInt(3));
      log.add(entry(seq, author, action(random, seq, posts)));
    }
    return log;
  }

  private static Action action(Random random, long seq, List<Long> posts) {
    if (posts.isEmpty() || random.nextInt(3) == 0) {
      posts.add(seq);
      return Action.Post.text("message " + seq);
    }
    long target = posts.get(random.nextInt(posts.size()));
    return switch (random.nextInt(5)) {
      case 0 -> new Action.Edit(target, new Content.Text("edit " + seq));
      case 1 -> new Action.Delete(target);
      case 2 -> new Action.Unknown("star", target, "{}");
      default ->
          new Action.React(target, EMOJI.get(random.nextInt(EMOJI.size())), random.nextInt(3) > 0);
    };
  }

  private static Entry entry(long seq, UserId author, Action action) {
    return new Entry(
        CHAT, seq, Instant.ofEpochMilli(seq), author, new SendId(new UUID(7, seq)), action);
  }

  private static Pending pending(int number, Action action) {
    return new Pending(
        CHAT, new SendId(new UUID(9, number)), Instant.ofEpochMilli(number), action, null);
  }

  private static Timeline with(Entry... entries) {
    Timeline timeline = new Timeline(ME);
    for (Entry entry : entries) {
      timeline.append(entry);
    }
    return timeline;
  }

  @Test
  void whatWaitsIsFoldedIntoTheRowItChangesAndComesOutAgain() {
    Timeline timeline = with(entry(1, ME, Action.Post.text("Hello")));
    timeline.setPending(
        List.of(
            pending(1, new Action.Edit(1, new Content.Text("Hello all"))),
            pending(2, new Action.React(1, "👍", true))));
    var row = (TimelineRow.Committed) timeline.rows().getFirst();
    assertThat(row.pending()).isTrue();
    assertThat(row.content()).isEqualTo(new Content.Text("Hello all"));
    assertThat(row.row().reactions()).containsExactly(new Reaction("👍", List.of(ME)));
    assertThat(row.row().changed()).isEqualTo(1);

    timeline.setPending(List.of());
    assertThat(timeline.rows())
        .containsExactly(
            new TimelineRow.Committed(
                Row.of(entry(1, ME, Action.Post.text("Hello"))), null, false));
  }

  @Test
  void whatIsPendingAndInTheLogAlreadyIsThereOnce() {
    Timeline timeline =
        with(
            entry(1, ME, Action.Post.text("Hello")), entry(2, ME, new Action.React(1, "👍", true)));
    timeline.setPending(List.of(pending(1, new Action.React(1, "👍", true))));
    assertThat(((TimelineRow.Committed) timeline.rows().getFirst()).row().reactions())
        .containsExactly(new Reaction("👍", List.of(ME)));
  }

  @Test
  void aQuoteFollowsEditsAndDeletions() {
    Timeline timeline = new Timeline(ME);
    timeline.reset(
        5, 5, List.of(Row.of(entry(5, ME, new Action.Post(new Content.Text("Yes"), 2)))), true);
    assertThat(timeline.missingQuotes()).containsExactly(2L);
    assertThat(quote(timeline).row()).isNull();

    timeline.quote(List.of(Row.of(entry(2, ME, Action.Post.text("Tea?")))));
    assertThat(timeline.missingQuotes()).isEmpty();
    timeline.append(entry(6, ME, new Action.Edit(2, new Content.Text("Coffee?"))));
    assertThat(content(quote(timeline))).isEqualTo(new Content.Text("Coffee?"));
    timeline.append(entry(7, ME, new Action.Delete(2)));
    assertThat(content(quote(timeline))).isEqualTo(new Content.Erased());
  }

  private static TimelineRow.Quote quote(Timeline timeline) {
    TimelineRow.Quote quote = timeline.rows().getLast().quote();
    if (quote == null) {
      throw new AssertionError("no quote");
    }
    return quote;
  }

  private static Content content(TimelineRow.Quote quote) {
    Row row = quote.row();
    Content content = row == null ? null : row.content();
    if (content == null) {
      throw new AssertionError("no content");
    }
    return content;
  }

  @Test
  void aTimelineThatHasJumpedBackDoesNotShowWhatIsAppended() {
    Timeline timeline = new Timeline(ME);
    timeline.reset(3, 4, List.of(Row.of(entry(3, ME, Action.Post.text("a")))), false);
    timeline.append(entry(5, ME, Action.Post.text("b")));
    timeline.setPending(List.of(pending(1, Action.Post.text("c"))));
    assertThat(timeline.rows()).hasSize(1);
    assertThat(timeline.reach()).isEqualTo(new Change.Reach(false, false));
    assertThat(timeline.extend(7, 9, List.of())).isFalse();
    assertThat(timeline.extend(5, 5, List.of(Row.of(entry(5, ME, Action.Post.text("b"))))))
        .isTrue();
    timeline.reachLast();
    assertThat(timeline.rows()).hasSize(3);
  }

  @Test
  void splicesTurnOneStateIntoTheNext() {
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      List<TimelineRow> before = some(random);
      List<TimelineRow> after = some(random);
      List<TimelineRow> now = new ArrayList<>(before);
      Splices.tell(
          CHAT,
          before,
          after,
          change -> {
            var splice = (Change.TimelineSpliced) change;
            now.subList(splice.index(), splice.index() + splice.removed()).clear();
            now.addAll(splice.index(), splice.added());
          });
      assertThat(now).as("seed " + seed).isEqualTo(after);
    }
  }

  @Test
  void aRowThatStaysIsNotTouched() {
    List<TimelineRow> before = new ArrayList<>();
    for (int seq = 1; seq <= 9; seq++) {
      before.add(committed(seq, "old"));
    }
    List<TimelineRow> after = new ArrayList<>(before);
    after.set(1, committed(2, "new"));
    after.add(committed(10, "old"));
    List<Change> changes = new ArrayList<>();
    Splices.tell(CHAT, before, after, changes::add);
    assertThat(changes)
        .containsExactly(
            new Change.TimelineSpliced(CHAT, 1, 1, List.of(committed(2, "new"))),
            new Change.TimelineSpliced(CHAT, 9, 0, List.of(committed(10, "old"))));
  }

  private static List<TimelineRow> some(Random random) {
    List<TimelineRow> rows = new ArrayList<>();
    for (int seq = 1; seq <= 12; seq++) {
      if (random.nextBoolean()) {
        rows.add(committed(seq, random.nextBoolean() ? "a" : "b"));
      }
    }
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4));
    Collections.shuffle(numbers, random);
    numbers.subList(0, random.nextInt(4)).stream()
        .sorted()
        .map(number -> new TimelineRow.Unsent(pending(number, Action.Post.text("p")), null))
        .forEach(rows::add);
    return rows;
  }

  private static TimelineRow committed(long seq, String text) {
    return new TimelineRow.Committed(Row.of(entry(seq, ME, Action.Post.text(text))), null, false);
  }
}

package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Store] tells the author of a message of when it reached the others.
public abstract class ReceiptContractTest extends StoreContract {
  private ChatId group;

  @BeforeEach
  void makeGroup() {
    group = group(ann, bo, cem);
  }

  private long post() {
    return post(ann, group, "hello").seq();
  }

  /// Lets some minutes go by.
  ///
  /// @return the time as receipts have it
  private Instant later(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    return Instant.ofEpochMilli(clock.millis() / 60_000 * 60_000);
  }

  private List<ReceiptTimes> times(long seq) {
    return store.receipts(group, ann, seq).times();
  }

  private void mark(UserId who, long delivered, long read) {
    submit(tx -> tx.mark(group, who, delivered, read));
  }

  @Test
  void eachMessageHasTheTimeOfTheMoveThatReachedIt() throws Exception {
    long one = post();
    Instant first = later(3);
    mark(bo, one, 0);
    long two = post();
    long three = post();
    Instant second = later(5);
    mark(bo, three, three);
    reopen();
    assertThat(times(one)).containsExactly(new ReceiptTimes(bo, first, second));
    assertThat(times(two)).containsExactly(new ReceiptTimes(bo, second, second));
    assertThat(times(three)).isEqualTo(List.of(new ReceiptTimes(bo, second, second)));
    Instant third = later(1);
    mark(cem, two, one);
    assertThat(times(two))
        .containsExactly(new ReceiptTimes(bo, second, second), new ReceiptTimes(cem, third, null));
    assertThat(times(one).getLast()).isEqualTo(new ReceiptTimes(cem, third, third));
  }

  @Test
  void onlyTheAuthorIsTold() {
    long seq = post();
    long other = post(bo, group, "mine").seq();
    ChatId without = group(bo, cem);
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.receipts(group, bo, seq));
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.receipts(group, ann, other));
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.receipts(group, ann, 99));
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.receipts(group, ann, 1));
    refuses(Fault.CHAT_UNKNOWN, () -> store.receipts(without, ann, 1));
  }

  @Test
  void whatSomebodyReadsWhileTheyHideItIsNeverTold() {
    long one = post();
    submit(tx -> tx.hide(bo, Hidden.READING, true));
    Instant first = later(1);
    mark(bo, one, one);
    assertThat(times(one)).containsExactly(new ReceiptTimes(bo, first, null));
    submit(tx -> tx.hide(bo, Hidden.READING, false));
    assertThat(times(one)).containsExactly(new ReceiptTimes(bo, first, null));
    long two = post();
    Instant second = later(1);
    mark(bo, two, two);
    assertThat(times(two)).containsExactly(new ReceiptTimes(bo, second, second));
    assertThat(times(one)).containsExactly(new ReceiptTimes(bo, first, null));
  }

  @Test
  void whatIsDeliveredToSomebodyWhileTheyHidePresenceIsNeverTold() {
    long one = post();
    Instant before = later(1);
    mark(bo, one, 0);
    submit(tx -> tx.hide(bo, Hidden.PRESENCE, true));
    assertThat(times(one)).isEmpty();
    long two = post();
    later(1);
    mark(bo, two, 0);
    Instant read = later(1);
    mark(bo, two, two);
    assertThat(times(two)).containsExactly(new ReceiptTimes(bo, null, read));
    submit(tx -> tx.hide(bo, Hidden.PRESENCE, false));
    assertThat(times(one)).containsExactly(new ReceiptTimes(bo, before, read));
    assertThat(times(two)).containsExactly(new ReceiptTimes(bo, null, read));
    long three = post();
    Instant after = later(1);
    mark(bo, three, 0);
    assertThat(times(three)).containsExactly(new ReceiptTimes(bo, after, null));
  }

  @Test
  void whoHidesWhatTheyReadIsToldWhatIsDeliveredAlone() {
    long seq = post();
    Instant at = later(1);
    mark(bo, seq, seq);
    submit(tx -> tx.hide(ann, Hidden.READING, true));
    assertThat(times(seq)).containsExactly(new ReceiptTimes(bo, at, null));
  }

  @Test
  void onlyTheLastMovesAreKept() {
    List<Long> seqs = new ArrayList<>();
    List<Instant> read = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      seqs.add(post());
      read.add(later(1));
      mark(bo, seqs.getLast(), seqs.getLast());
    }
    assertThat(times(seqs.getFirst())).isEmpty();
    for (int i = 80; i < 100; i++) {
      assertThat(times(seqs.get(i)))
          .containsExactly(new ReceiptTimes(bo, read.get(i), read.get(i)));
    }
  }

  @Test
  void whoComesLaterHasNoTimeForWhatWasSaidBefore() {
    long before = post();
    UserId dan = join("Dan").account().id();
    append(ann, group, new Action.AddMembers(List.of(dan)));
    long after = post();
    Instant at = later(1);
    mark(dan, after, after);
    assertThat(times(before)).isEmpty();
    assertThat(times(after)).containsExactly(new ReceiptTimes(dan, at, at));
  }

  @Test
  void aLargeChatKeepsNoTimes() {
    List<UserId> many = new ArrayList<>();
    for (int i = 0; i < Limits.RECEIPTS - 3; i++) {
      many.add(join("Somebody " + i).account().id());
    }
    append(ann, group, new Action.AddMembers(many));
    long small = post();
    mark(bo, small, small);
    assertThat(times(small)).hasSize(1);
    UserId dan = join("Dan").account().id();
    append(ann, group, new Action.AddMembers(List.of(dan)));
    long large = post();
    mark(bo, large, large);
    assertThat(times(small)).isEmpty();
    append(dan, group, new Action.RemoveMember(dan));
    assertThat(times(small)).hasSize(1);
    assertThat(times(large)).isEmpty();
  }
}

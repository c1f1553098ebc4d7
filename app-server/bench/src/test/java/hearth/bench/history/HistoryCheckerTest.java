package hearth.bench.history;

import static hearth.bench.history.HistoryBuilder.ANN;
import static hearth.bench.history.HistoryBuilder.BEN;
import static hearth.bench.history.HistoryBuilder.CHAT;
import static hearth.bench.history.HistoryBuilder.appended;
import static hearth.bench.history.HistoryBuilder.entry;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.bench.history.Anomaly.Kind;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Notification.MarkerMoved;
import hearth.protocol.Page;
import hearth.protocol.Request.Append;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every kind of broken promise, written down; the checker finds each, and nothing in a sound
/// history.
class HistoryCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  @Test
  void aSoundHistoryHasNoAnomalies() {
    Entry post = post("one");
    Entry second = history.append(BEN, Action.Post.text("two"));
    history.append(ANN, new Action.Edit(1, new Content.Text("uno")));
    history.append(BEN, new Action.React(1, "👍", true));
    Append unanswered = history.request(Action.Post.text("three"));
    history.unknown(ANN, unanswered);
    history.stored(ANN, unanswered);
    history.unknown(ANN, history.request(Action.Post.text("never came")));
    history.refused(ANN, history.request(new Action.Delete(99)), Fault.MESSAGE_UNKNOWN);
    history.answered(BEN, history.request(new Action.React(1, "👍", true)), appended(4));
    history.told(1, post);
    history.told(1, second);
    history.told(2, second);
    history.answered(ANN, catchUp(1), entries(2, 5));
    history.answered(ANN, newest(), page(5));
    history.answered(BEN, new MarkRead(CHAT, 2), new Response.Done());
    history.markers.put(BEN, new Marker(BEN, 2, 2));
    history.told(1, new MarkerMoved(CHAT, new Marker(BEN, 2, 2)));
    assertThat(HistoryChecker.check(history.build())).isEmpty();
  }

  @Test
  void whatWasSeenBeforeItWasErasedIsNoAnomaly() {
    Entry post = post("secret");
    history.told(1, post);
    history.answered(BEN, newest(), page(1));
    history.append(ANN, new Action.Delete(1));
    erase(1);
    assertThat(HistoryChecker.check(history.build())).isEmpty();
  }

  @Test
  void aGapInTheLogIsFound() {
    post("one");
    post("two");
    post("three");
    history.log.remove(1);
    assertThat(history.anomalies()).contains(Kind.GAP, Kind.LOST);
  }

  @Test
  void aTimeThatGoesBackIsFound() {
    post("one");
    Entry last = post("two");
    history.log.set(
        1, new Entry(CHAT, 2, Instant.EPOCH, last.author(), last.sendId(), last.action()));
    assertThat(history.anomalies()).containsExactly(Kind.TIME_WENT_BACK);
  }

  @Test
  void aLostAnswerIsFound() {
    post("one");
    history.answered(ANN, history.request(Action.Post.text("gone")), appended(2));
    assertThat(history.anomalies()).containsExactly(Kind.LOST);
  }

  @Test
  void anAnswerWithAnotherPlaceIsFound() {
    post("one");
    Append request = history.request(Action.Post.text("two"));
    history.stored(ANN, request);
    history.answered(ANN, request, appended(1));
    assertThat(history.anomalies()).containsExactly(Kind.LOST);
  }

  @Test
  void anEntryThatWasToldAndIsNotThereIsFound() {
    post("one");
    history.told(1, entry(2, ANN, history.request(Action.Post.text("told"))));
    assertThat(history.anomalies()).containsExactly(Kind.LOST);
  }

  @Test
  void anActionThatIsThereTwiceIsFound() {
    Append request = history.request(Action.Post.text("one"));
    history.stored(ANN, request);
    history.stored(ANN, request);
    history.answered(ANN, request, appended(1));
    assertThat(history.anomalies()).contains(Kind.DUPLICATE);
  }

  @Test
  void anEntryThatNobodyAskedForIsFound() {
    history.stored(ANN, history.request(Action.Post.text("whose?")));
    assertThat(history.anomalies()).containsExactly(Kind.PHANTOM);
  }

  @Test
  void anEntryWithAnotherTextThanWasSentIsFound() {
    Append request = history.request(Action.Post.text("one"));
    history.log.add(entry(1, ANN, new Append(CHAT, request.sendId(), Action.Post.text("eno"))));
    history.answered(ANN, request, appended(1));
    assertThat(history.anomalies()).containsExactly(Kind.PHANTOM);
  }

  @Test
  void aRefusedActionThatIsInTheLogIsFound() {
    Append request = history.request(Action.Post.text("refused"));
    history.stored(ANN, request);
    history.refused(ANN, request, Fault.SERVER_BUSY);
    assertThat(history.anomalies()).containsExactly(Kind.PHANTOM);
  }

  @Test
  void whatAFailingDiskRefusedMayBeThereOnlyAfterAKill() {
    Append request = history.request(Action.Post.text("refused"));
    history.stored(ANN, request);
    history.refused(ANN, request, Fault.STORE_FAILED);
    assertThat(history.anomalies()).containsExactly(Kind.PHANTOM);
    history.kills.add(history.tick());
    assertThat(history.anomalies()).isEmpty();
  }

  @Test
  void anActionThatOvertookAnAnsweredOneIsFound() {
    Append late = history.request(Action.Post.text("late"));
    history.stored(BEN, late);
    post("early");
    history.answered(BEN, late, appended(1));
    assertThat(history.anomalies()).containsExactly(Kind.ORDER);
  }

  @Test
  void twoPlacesForOneActionAreFound() {
    Append request = history.request(new Action.React(1, "👍", true));
    post("one");
    history.stored(BEN, request);
    history.answered(BEN, request, appended(2));
    history.answered(BEN, request, appended(1));
    assertThat(history.anomalies()).containsExactly(Kind.LOST);
  }

  @Test
  void anotherEntryAtAPlaceIsFound() {
    post("one");
    history.told(1, entry(1, BEN, history.request(Action.Post.text("other"))));
    assertThat(history.anomalies()).containsExactly(Kind.DIFFERS);
  }

  @Test
  void aConnectionThatMissesAnEntryIsFound() {
    Entry first = post("one");
    post("two");
    Entry third = post("three");
    history.told(1, first);
    history.told(1, third);
    assertThat(history.anomalies()).containsExactly(Kind.MISSED);
  }

  @Test
  void anEntryThatIsToldTwiceIsFound() {
    Entry first = post("one");
    history.told(1, first);
    history.told(1, first);
    assertThat(history.anomalies()).containsExactly(Kind.DUPLICATE);
  }

  @Test
  void aCatchUpWithAGapIsFound() {
    post("one");
    post("two");
    history.answered(BEN, catchUp(0), new Response.Entries(CHAT, history.log.subList(1, 2), false));
    assertThat(history.anomalies()).containsExactly(Kind.MISSED);
  }

  @Test
  void aReadingWithoutOnesOwnMessageIsFound() {
    post("one");
    post("mine");
    history.answered(ANN, catchUp(0), entries(1, 1));
    assertThat(history.anomalies()).containsExactly(Kind.READ_YOUR_WRITES);
  }

  @Test
  void aReadingWithoutAnothersAnsweredMessageIsFound() {
    post("one");
    post("two");
    history.answered(BEN, newest(), page(1));
    assertThat(history.anomalies()).containsExactly(Kind.STALE);
  }

  @Test
  void aRowBeforeOnesOwnEditIsFound() {
    post("one");
    history.append(ANN, new Action.Edit(1, new Content.Text("uno")));
    Page old = new Page(CHAT, 1, 2, List.of(Row.of(history.log.getFirst())), List.of());
    history.answered(ANN, newest(), new Response.History(old));
    assertThat(history.anomalies()).containsExactly(Kind.READ_YOUR_WRITES);
  }

  @Test
  void aTextThatIsReadAfterItsDeletionIsFound() {
    Entry post = post("secret");
    Entry delete = history.append(ANN, new Action.Delete(1));
    erase(1);
    history.answered(BEN, catchUp(0), new Response.Entries(CHAT, List.of(post, delete), false));
    assertThat(history.anomalies()).containsExactly(Kind.STALE);
  }

  @Test
  void aMarkerThatGoesBackIsFound() {
    post("one");
    post("two");
    history.markers.put(BEN, new Marker(BEN, 2, 2));
    history.told(1, new MarkerMoved(CHAT, new Marker(BEN, 2, 2)));
    history.told(1, new MarkerMoved(CHAT, new Marker(BEN, 2, 1)));
    assertThat(history.anomalies()).containsExactly(Kind.MARKER_WENT_BACK);
  }

  @Test
  void aMarkerThatWasAnsweredAndIsNotThereIsFound() {
    post("one");
    history.answered(BEN, new MarkRead(CHAT, 1), new Response.Done());
    assertThat(history.anomalies()).containsExactly(Kind.MARKER_LOST);
  }

  @Test
  void aMarkerBeyondTheLogIsFound() {
    post("one");
    history.markers.put(BEN, new Marker(BEN, 3, 1));
    assertThat(history.anomalies()).containsExactly(Kind.MARKER_AHEAD);
  }

  @Test
  void aRowThatIsNotWhatTheLogComesToIsFound() {
    post("one");
    history.append(BEN, new Action.React(1, "👍", true));
    history.rowsAre(List.of(Row.of(history.log.getFirst())));
    assertThat(history.anomalies()).containsExactly(Kind.ROW_DIFFERS);
  }

  private Entry post(String text) {
    return history.append(ANN, Action.Post.text(text));
  }

  private void erase(long seq) {
    Entry entry = history.log.get((int) seq - 1);
    Action blank = new Action.Post(new Content.Erased());
    history.log.set(
        (int) seq - 1, new Entry(CHAT, seq, entry.at(), entry.author(), entry.sendId(), blank));
  }

  private static CatchUp catchUp(long after) {
    return new CatchUp(CHAT, after, null);
  }

  private Response.Entries entries(int from, int to) {
    return new Response.Entries(CHAT, history.log.subList(from - 1, to), false);
  }

  private static FetchHistory newest() {
    return new FetchHistory(CHAT, Side.BEFORE, Long.MAX_VALUE, 100);
  }

  /// The chat's rows as they are after a seq.
  private Response.History page(long to) {
    List<Row> rows = new WrittenLog(history.build()).rowsAt(to);
    return new Response.History(new Page(CHAT, 1, to, rows, List.of()));
  }
}

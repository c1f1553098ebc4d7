package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.protocol.Fault;
import hearth.protocol.Hidden;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Request.FetchReceipts;
import hearth.protocol.Request.MarkDelivered;
import hearth.protocol.Request.MarkRead;
import hearth.protocol.Request.SetHidden;
import hearth.protocol.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann is told when what she wrote reached Ben and Cleo, as far as they let her.
class ReceiptIT {
  @TempDir Path folder;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer cleo;
  private Instant begin;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(folder.resolve("data"));
    ann = server.join("Ann");
    ben = server.join("Ben");
    cleo = server.join("Cleo");
    begin = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<ReceiptTimes> times(Peer who, long seq) {
    return ((Response.Receipts) who.call(new FetchReceipts(Peer.LOBBY, seq))).times();
  }

  private void isRecent(Instant at) {
    assertThat(at).isBetween(begin, Instant.now());
  }

  @Test
  void timesOutliveTheServer() throws StartException {
    long seq = ann.post("hello").seq();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    cleo.call(new MarkDelivered(Peer.LOBBY, seq));
    List<ReceiptTimes> told = times(ann, seq);
    assertThat(told).extracting(ReceiptTimes::user).containsExactly(ben.me(), cleo.me());
    ReceiptTimes first = told.getFirst();
    isRecent(first.delivered() == null ? Instant.EPOCH : first.delivered());
    isRecent(first.read() == null ? Instant.EPOCH : first.read());
    assertThat(told.getLast().delivered()).isNotNull();
    assertThat(told.getLast().read()).isNull();
    server.restart();
    assertThat(times(server.resume(ann.token()), seq)).isEqualTo(told);
  }

  @Test
  void nobodyElseIsTold() {
    long seq = ann.post("hello").seq();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    assertThat(cleo.refused(new FetchReceipts(Peer.LOBBY, seq))).isEqualTo(Fault.MESSAGE_UNKNOWN);
  }

  @Test
  void whoHidesWhatTheyReadIsNotToldOfAndIsToldNothing() {
    ben.call(new SetHidden(Hidden.READING, true));
    long seq = ann.post("hello").seq();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    assertThat(times(ann, seq)).hasSize(1).allMatch(one -> one.read() == null);
    long answer = ben.post("hi").seq();
    ann.call(new MarkRead(Peer.LOBBY, answer));
    assertThat(times(ben, answer)).hasSize(1).allMatch(one -> one.read() == null);
    ben.call(new SetHidden(Hidden.READING, false));
    assertThat(times(ben, answer)).hasSize(1).allMatch(one -> one.read() != null);
    assertThat(times(ann, seq)).allMatch(one -> one.read() == null);
  }

  @Test
  void whenAMessageReachedWhoHidesPresenceIsNotTold() {
    ben.call(new SetHidden(Hidden.PRESENCE, true));
    long seq = ann.post("hello").seq();
    ben.call(new MarkDelivered(Peer.LOBBY, seq));
    assertThat(times(ann, seq)).isEmpty();
    ben.call(new MarkRead(Peer.LOBBY, seq));
    ben.call(new SetHidden(Hidden.PRESENCE, false));
    assertThat(times(ann, seq))
        .hasSize(1)
        .allMatch(one -> one.delivered() == null && one.read() != null);
  }

  @Test
  void aClientAsksForThem() throws Exception {
    var address = new Address("127.0.0.1", server.port(), true, null);
    try (Device mira = Device.join(folder.resolve("Mira"), address)) {
      mira.post("hello");
      mira.await(p -> p.messages(Peer.LOBBY).size() == 1);
      long seq = mira.picture().messages(Peer.LOBBY).getFirst().seq();
      ben.call(new MarkRead(Peer.LOBBY, seq));
      assertThat(mira.client().lookups().receipts(Peer.LOBBY, seq).join())
          .extracting(ReceiptTimes::user)
          .containsExactly(ben.me());
    }
  }
}

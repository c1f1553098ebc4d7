package hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StreamCheckTest {
  @Test
  void anUnbrokenStreamIsSound() {
    assertThat(after(8, 5, 6, 7, 8).sound()).isTrue();
  }

  @Test
  void aSkippedMessageIsLostAndAGap() {
    assertThat(after(8, 5, 6, 8)).isEqualTo(new Findings(1, 0, 1, 0));
  }

  @Test
  void messagesThatAreMissingAtTheEndAreLost() {
    assertThat(after(8, 5, 6)).isEqualTo(new Findings(2, 0, 0, 0));
  }

  @Test
  void aRepeatedMessageIsDuplicated() {
    assertThat(after(7, 5, 6, 6, 5, 7)).isEqualTo(new Findings(0, 2, 0, 0));
  }

  @Test
  void aLateMessageIsOutOfOrderAndNotLost() {
    assertThat(after(8, 5, 7, 6, 8)).isEqualTo(new Findings(0, 0, 1, 1));
  }

  @Test
  void aReceiverThatGotNothingHasLostAll() {
    assertThat(after(3)).isEqualTo(new Findings(3, 0, 0, 0));
  }

  @Test
  void anAbsurdSeqIsRefused() {
    assertThatThrownBy(() -> after(9, 1, Long.MAX_VALUE)).isInstanceOf(BenchException.class);
  }

  private static Findings after(long head, long... seqs) {
    StreamCheck check = new StreamCheck();
    for (long seq : seqs) {
      check.received(seq);
    }
    return check.findings(head);
  }
}

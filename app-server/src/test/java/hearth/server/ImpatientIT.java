package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Request.FetchHistory;
import hearth.protocol.Request.Side;
import hearth.server.policy.Rate;
import hearth.server.policy.RateCategory;
import hearth.server.policy.RateLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who goes on reading though they are told to wait is disconnected; who waits is not.
class ImpatientIT {
  @TempDir Path data;

  private static final FetchHistory PAGE =
      new FetchHistory(Peer.LOBBY, Side.BEFORE, Long.MAX_VALUE, Limits.PAGE);

  @Test
  void whoDoesNotWaitIsDisconnected() throws StartException {
    var limits = new RateLimits(Map.of(RateCategory.HISTORY, new Rate(5, 0.02)), Map.of());
    try (var server = new ServerFixture(data, config -> config.with(limits))) {
      Peer ann = server.join("Ann");
      for (int i = 0; i < 5; i++) {
        ann.call(PAGE);
      }
      for (int i = 0; i < 64; i++) {
        ann.refused(PAGE);
      }
      assertThat(ann.isOpen()).isTrue();
      for (int i = 0; i < 10; i++) {
        ann.send(new Frame.RequestFrame(OptionalLong.of(1_000 + i), PAGE));
      }
      assertThat(ann.awaitClosed()).isEqualTo(1008);
      Peer ben = server.join("Ben");
      ben.call(PAGE);
    }
  }
}

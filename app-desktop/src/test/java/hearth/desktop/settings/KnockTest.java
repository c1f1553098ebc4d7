package hearth.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnockTest {
  @TempDir Path folder;

  @Test
  void everySecondStartIsHeardByTheFirst() throws Exception {
    Profile profile = new Profile("mira", folder);
    Semaphore heard = new Semaphore(0);
    try (Knock listening = Knock.listen(profile, heard::release)) {
      assertThat(listening).isNotNull();
      for (int start = 0; start < 2; start++) {
        Knock.at(profile);
        assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        heard.drainPermits();
      }
    }
  }
}

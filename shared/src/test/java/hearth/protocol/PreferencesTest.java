package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PreferencesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void timeAloneChangesThemWhenAMuteEndsOrAReminderIsDue() {
    assertThat(Preferences.NONE.nextChange(NOW)).isNull();
    Preferences set =
        Preferences.NONE
            .after(new Action.Mute(NOW.plusSeconds(60)))
            .after(new Action.Remind(1, NOW.plusSeconds(90)))
            .after(new Action.Remind(2, NOW.plusSeconds(30)))
            .after(new Action.Remind(3, NOW.minusSeconds(30)));
    assertThat(set.nextChange(NOW)).isEqualTo(NOW.plusSeconds(30));
    assertThat(set.nextChange(NOW.plusSeconds(30))).isEqualTo(NOW.plusSeconds(60));
    assertThat(set.nextChange(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(90));
    assertThat(set.nextChange(NOW.plusSeconds(90))).isNull();
  }
}

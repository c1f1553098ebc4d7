package hearth.desktop.settings;

import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
import hearth.protocol.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A choice of when something ends, as a person reads it. Immutable.
///
/// @param until null for the choice without an end
record End(String label, @Nullable Instant until) {

  /// When a status may end; first as it is now, where that has an end.
  static List<End> ofStatus(@Nullable Instant now, Times times) {
    Instant here = times.now();
    List<End> ends = asNow("profile.end.at", now, times);
    ends.add(new End(Messages.get("profile.end.never"), null));
    for (int seconds : new int[] {1_800, 3_600, 4 * 3_600}) {
      ends.add(
          new End(
              Messages.get("profile.end.after", Times.span(seconds)),
              here.plus(Duration.ofSeconds(seconds))));
    }
    ends.add(new End(Messages.get("profile.end.today"), times.midnight()));
    return ends;
  }

  /// Until when one may not want to be disturbed; first as it is now, where one does not.
  static List<End> ofQuiet(@Nullable Instant now, Times times) {
    boolean always = Action.Mute.ALWAYS.equals(now);
    List<End> ends = always ? new ArrayList<>() : asNow("profile.quiet.until", now, times);
    End forever = new End(Messages.get("profile.quiet.always"), Action.Mute.ALWAYS);
    if (always) {
      ends.add(forever);
    }
    ends.add(new End(Messages.get("profile.quiet.off"), null));
    ends.add(
        new End(
            Messages.get("profile.quiet.for", Times.span(3_600)),
            times.now().plus(Duration.ofHours(1))));
    ends.add(new End(Messages.get("profile.quiet.morning"), times.morning()));
    if (!always) {
      ends.add(forever);
    }
    return ends;
  }

  private static List<End> asNow(String key, @Nullable Instant now, Times times) {
    List<End> ends = new ArrayList<>();
    if (now != null) {
      ends.add(new End(Messages.get(key, times.moment(now)), now));
    }
    return ends;
  }
}

package hearth.desktop.timeline;

import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// When to be reminded of a message. Confined to the FX thread.
final class ReminderChoice {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final VBox root = new VBox();
  private final Consumer<@Nullable Instant> chosen;

  /// The choice.
  ///
  /// @param before when one is to be reminded so far; null for never
  /// @param chosen told the time; null for never
  ReminderChoice(Times times, @Nullable Instant before, Consumer<@Nullable Instant> chosen) {
    this.chosen = chosen;
    root.getStyleClass().addAll("popup-box", "completion");
    ZonedDateTime now = times.now().atZone(times.zone());
    add(Messages.get("remind.minutes"), now.plus(Duration.ofMinutes(20)));
    add(Messages.get("remind.hour"), now.plus(Duration.ofHours(1)));
    add(
        Messages.get("remind.tomorrow", times.clock(morning(now.plusDays(1)).toInstant())),
        morning(now.plusDays(1)));
    ZonedDateTime monday = morning(now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    add(Messages.get("remind.monday", times.clock(monday.toInstant())), monday);
    if (before != null) {
      add(Messages.get("remind.never", times.moment(before)), null);
    }
  }

  private static ZonedDateTime morning(ZonedDateTime day) {
    return day.with(MORNING);
  }

  Region root() {
    return root;
  }

  Node first() {
    return root.getChildren().getFirst();
  }

  private void add(String label, @Nullable ZonedDateTime at) {
    Button row = new Button(label);
    row.getStyleClass().add("completion-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setOnAction(press -> chosen.accept(at == null ? null : at.toInstant()));
    root.getChildren().add(row);
  }
}

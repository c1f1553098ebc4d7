package hearth.desktop.timeline;

import hearth.desktop.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The round buttons over the timeline's end: back to where a jump came from, and down to the
/// newest message with the count of unread ones.
final class EndButtons extends HBox {
  private final Button back;
  private final Button toEnd;
  private final Label count = new Label();

  EndButtons(Runnable goBack, Runnable goToEnd) {
    back = button("fth-corner-down-left", "jump-back", goBack);
    toEnd = button("fth-chevron-down", "to-end", goToEnd);
    back.setAccessibleText(Messages.get("timeline.back"));
    back.setTooltip(new Tooltip(Messages.get("timeline.back")));
    count.getStyleClass().addAll("badge", "to-end-badge");
    count.setMouseTransparent(true);
    StackPane counted = new StackPane(toEnd, count);
    StackPane.setAlignment(count, Pos.TOP_CENTER);
    getStyleClass().add("end-buttons");
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().addAll(back, counted);
  }

  void show(boolean mayGoBack, boolean away, int unread) {
    back.setVisible(mayGoBack);
    toEnd.setVisible(away);
    toEnd.setAccessibleText(Messages.get("timeline.to-end", unread));
    count.setVisible(away && unread > 0);
    count.setText(unread > 99 ? "99+" : String.valueOf(unread));
  }

  private static Button button(String icon, String style, Runnable act) {
    Button button = new Button();
    button.getStyleClass().addAll("round", "icon-button", style);
    button.setGraphic(new FontIcon(icon));
    button.setOnAction(press -> act.run());
    button.setVisible(false);
    return button;
  }
}

package hearth.desktop.fx;

import hearth.protocol.Presence;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A round avatar: initials on a stable colour, or a mask for an alias, and a dot for presence if
/// it is known.
public final class Avatar extends StackPane {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final PseudoClass MASKED = PseudoClass.getPseudoClass("masked");
  private static final double MASK_WIDTH = 0.68;
  private static final double MASK_HEIGHT = 0.34;

  private final Label letters = new Label();
  private final Region mask = new Region();
  private final Region dot = new Region();
  private final ObjectProperty<Presence> presence = new SimpleObjectProperty<>(Presence.OFFLINE);

  /// An empty avatar.
  ///
  /// @param size in pixels; one of those for which `hearth.css` has letters
  public Avatar(int size) {
    getStyleClass().add("avatar");
    letters.getStyleClass().addAll("avatar-letters", "avatar-letters-" + size);
    letters.setMinWidth(Region.USE_PREF_SIZE);
    mask.getStyleClass().add("avatar-mask");
    mask.setMaxSize(size * MASK_WIDTH, size * MASK_HEIGHT);
    mask.setVisible(false);
    dot.getStyleClass().add("presence");
    double dotSize = size < 40 ? 12 : 14;
    dot.setMinSize(dotSize, dotSize);
    dot.setMaxSize(dotSize, dotSize);
    dot.setTranslateX(2);
    dot.setTranslateY(1);
    dot.setVisible(false);
    setAlignment(dot, Pos.BOTTOM_RIGHT);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
    getChildren().addAll(letters, mask, dot);
    presence.subscribe(this::showDot);
  }

  public void show(String name, Tone tone) {
    letters.setText(tone.masked() ? "" : Initials.of(name));
    mask.setVisible(tone.masked());
    pseudoClassStateChanged(MASKED, tone.masked());
    tone.applyTo(this);
  }

  /// Shows a dot for people who are connected, and none for others.
  public void showPresence(Presence now) {
    presence.set(now);
  }

  private void showDot(Presence now) {
    dot.setVisible(now != Presence.OFFLINE);
    dot.pseudoClassStateChanged(HERE, now == Presence.ONLINE);
    dot.pseudoClassStateChanged(AWAY, now == Presence.AWAY);
  }
}

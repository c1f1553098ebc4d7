package hearth.desktop.fx;

import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/// The app's icon, a house with a fire in it, drawn in the sizes that desktops use. Confined to the
/// FX thread.
public final class AppIcon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};
  private static final double GRID = 24;
  private static final int MOST = 99;
  private static final int READABLE = 32;
  private static final double RADIUS = 7;
  private static final Color ACCENT = Color.web("#2f81f7");
  private static final Color BADGE = Color.web("#cf222e");
  private static final String HOUSE =
      "M12 1.2 L23 10.6 Q24 11.8 22.4 12 L20.8 12 L20.8 20.4 Q20.8 22.8 18.4 22.8 L5.6 22.8"
          + " Q3.2 22.8 3.2 20.4 L3.2 12 L1.6 12 Q0 11.8 1 10.6 Z";
  private static final String HEARTH = "M7 22.8 L7 16 A5 5 0 0 1 17 16 L17 22.8 Z";
  private static final String FIRE =
      "M12.4 12.8 C12.9 15 15.3 16 15.3 19 A3.3 3.3 0 0 1 8.7 19 C8.7 17.6 9.4 16.6 10.1 15.6"
          + " C10.4 16.5 10.8 16.8 11.1 16.9 C10.9 15.5 11.4 14 12.4 12.8 Z";

  private AppIcon() {}

  /// Sets the icon of a window, which task bars show too.
  ///
  /// @param count what stands in its corner, as [#count] writes it; empty for nothing
  public static void put(Stage stage, String count) {
    stage
        .getIcons()
        .setAll(IntStream.of(SIZES).mapToObj(size -> draw(size, count)).toArray(Image[]::new));
  }

  /// How many, as short as a corner of the icon needs it.
  public static String count(Number unread) {
    int number = unread.intValue();
    return number == 0 ? "" : number > MOST ? MOST + "+" : String.valueOf(number);
  }

  /// The icon with `size` by `size` pixels.
  public static Image draw(int size) {
    return draw(size, "");
  }

  private static Image draw(int size, String count) {
    SVGPath path = new SVGPath();
    path.setContent(HOUSE + HEARTH + FIRE);
    path.setFillRule(FillRule.EVEN_ODD);
    path.setFill(ACCENT);
    SnapshotParameters whole = new SnapshotParameters();
    whole.setFill(Color.TRANSPARENT);
    whole.setViewport(new Rectangle2D(0, 0, size, size));
    whole.setTransform(Transform.scale(size / GRID, size / GRID));
    return new Group(path, badge(count, size)).snapshot(whole, null);
  }

  /// Small icons have room for a dot only.
  private static Node badge(String count, int size) {
    if (count.isEmpty()) {
      return new Group();
    }
    Circle dot = new Circle(GRID - RADIUS, RADIUS, size < READABLE ? RADIUS - 2 : RADIUS);
    dot.setFill(BADGE);
    Text digits = new Text(size < READABLE ? "" : count);
    digits.setFont(Font.font("Inter SemiBold", count.length() > 2 ? 5.5 : 8));
    digits.setFill(Color.WHITE);
    digits.setX(GRID - RADIUS - digits.getLayoutBounds().getWidth() / 2);
    digits.setY(RADIUS + (count.length() > 2 ? 2 : 2.9));
    return new Group(dot, digits);
  }
}

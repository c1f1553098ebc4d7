package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Sample;
import hearth.desktop.Ui;
import hearth.desktop.fx.AppIcon;
import hearth.desktop.session.ServerViewModel;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a window says of unread messages while one looks elsewhere.
class UnreadTitleUiTest {
  @TempDir Path folder;

  @Test
  void allChatsCount() {
    ServerViewModel live = Sample.deaf(folder);
    Ui.run(() -> live.apply(new Sample().overview()));
    int unread = live.chats().stream().mapToInt(chat -> chat.reading().unread()).sum();
    assertThat(live.unread(Instant.EPOCH)).isEqualTo(unread).isPositive();
    live.client().close();
  }

  @Test
  void theIconOfTheTaskBarSaysHowMany() {
    Stage stage = Ui.ask(Stage::new);
    Ui.run(() -> AppIcon.put(stage, AppIcon.count(0)));
    Color before = corner(stage);
    Ui.run(() -> AppIcon.put(stage, AppIcon.count(7)));
    assertThat(corner(stage)).isNotEqualTo(before).isEqualTo(Color.web("#cf222e"));
    assertThat(AppIcon.count(0)).isEmpty();
    assertThat(AppIcon.count(7)).isEqualTo("7");
    assertThat(AppIcon.count(100)).isEqualTo("99+");
  }

  private static Color corner(Stage stage) {
    Image icon = stage.getIcons().getLast();
    int size = (int) icon.getWidth();
    return icon.getPixelReader().getColor(size - size / 4, size / 12);
  }
}

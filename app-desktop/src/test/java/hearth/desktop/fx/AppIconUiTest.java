package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class AppIconUiTest {
  @Test
  void isDrawnInEverySizeOnNothing() {
    Stage stage = Ui.ask(Stage::new);
    Ui.run(() -> AppIcon.put(stage, ""));
    List<Image> sizes = Ui.ask(() -> List.copyOf(stage.getIcons()));
    assertThat(sizes).extracting(Image::getWidth).contains(16.0, 32.0, 48.0, 256.0);
    for (Image image : sizes) {
      int size = (int) image.getWidth();
      assertThat(image.getPixelReader().getArgb(0, 0) >>> 24).isZero();
      assertThat(image.getPixelReader().getArgb(size / 2, size / 3)).isEqualTo(0xff2f81f7);
    }
    Scene scene =
        Ui.ask(
            () ->
                new Scene(
                    new HBox(8, sizes.stream().map(ImageView::new).toArray(ImageView[]::new))));
    Ui.picture(scene, "mark");
  }
}

package hearth.desktop.fx;

import hearth.desktop.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads a view's FXML with the view itself as its controller, so that controllers have ordinary
/// constructors. Confined to the FX thread.
public final class ViewLoader {
  private ViewLoader() {}

  /// The root of a view's FXML, with the view's own fields filled.
  ///
  /// @param file the name of the FXML beside the view's class
  public static <N extends Parent> N load(Object view, String file, Class<N> root) {
    URL fxml = Objects.requireNonNull(view.getClass().getResource(file), file);
    FXMLLoader loader = new FXMLLoader(fxml, Messages.bundle());
    loader.setControllerFactory(wanted -> view);
    try {
      return root.cast(loader.load());
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }
}

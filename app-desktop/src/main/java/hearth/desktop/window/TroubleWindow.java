package hearth.desktop.window;

import hearth.desktop.fx.AppIcon;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileStart;
import hearth.desktop.text.Messages;
import hearth.desktop.welcome.ProfileTroubleView;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window of a profile whose folder cannot be used. Confined to the FX thread.
public final class TroubleWindow implements ProfileTroubleView.Actions {
  private final Stage stage;
  private final Profile profile;
  private final Ways ways;
  private final FxMailbox mailbox = new FxMailbox();
  private final ProfileTroubleView view;

  /// Creates the window; [#open] shows it.
  public TroubleWindow(
      Stage stage, ProfileStart.Troubled troubled, ThemeManager themes, Ways ways) {
    this.stage = stage;
    this.profile = troubled.profile();
    this.ways = ways;
    this.view = new ProfileTroubleView(troubled.trouble(), this);
    stage.setTitle(Messages.get("app.name"));
    stage.setScene(new Scene(view.root(), 720, 560));
    stage.setOnCloseRequest(request -> quit());
    themes.dress(stage);
  }

  public void open() {
    stage.show();
    view.first().requestFocus();
    AppIcon.put(stage, "");
  }

  /// The disk may take its time.
  @Override
  public void again() {
    Thread.startVirtualThread(
        () -> {
          ProfileStart now = ProfileStart.of(profile);
          mailbox.post(() -> tried(now));
        });
  }

  private void tried(ProfileStart now) {
    switch (now) {
      case ProfileStart.Troubled(Profile _, var trouble) -> view.show(trouble);
      case ProfileStart.Ready _, ProfileStart.OpenElsewhere _ -> {
        stage.hide();
        ways.start(now);
      }
    }
  }

  @Override
  public void goOnWithoutSaving() {
    stage.hide();
    ways.startInMemory(profile.inMemory());
  }

  @Override
  public void quit() {
    stage.hide();
    ways.quit();
  }

  /// Where it leads.
  public interface Ways {
    /// The folder can be used, or another app does.
    void start(ProfileStart now);

    /// Nothing is to be kept.
    void startInMemory(Profile profile);

    void quit();
  }
}

package hearth.desktop.welcome;

import hearth.client.JoinException;
import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.desktop.hosting.HostingException;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.DeviceCode;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The fields of the welcome screen and their errors. Confined to the FX thread.
public final class WelcomeViewModel {
  private final ServerConnector connector;
  private final Executor fx;
  private final int port;
  private final Consent consent;

  private final Field serverName = new Field();
  private final Field hostName = new Field();
  private final Field address = new Field();
  private final Field joinName = new Field();
  private final Field code = new Field();
  private final ReadOnlyBooleanWrapper linking = new ReadOnlyBooleanWrapper();
  private final StringProperty notice = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper hostError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper joinError = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper freePort = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper plainWarning = new ReadOnlyStringWrapper("");
  private final ObservableList<Identity> known = FXCollections.observableArrayList();
  private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

  /// Starts with empty fields and loads the known servers.
  ///
  /// @param port the port to host on, unless the person chooses another one
  /// @param consent asks before a server is joined without encryption
  public WelcomeViewModel(ServerConnector connector, Executor fx, int port, Consent consent) {
    this.connector = connector;
    this.fx = fx;
    this.port = port;
    this.consent = consent;
    plainWarning.bind(
        address
            .textProperty()
            .map(
                typed ->
                    Address.parse(typed).filter(Address::plain).isPresent()
                        ? Messages.get("welcome.plain")
                        : ""));
    address.textProperty().subscribe(this::takeCode);
    var _ = connector.known().thenAcceptAsync(known::setAll, fx);
  }

  public Field serverName() {
    return serverName;
  }

  public Field hostName() {
    return hostName;
  }

  public Field address() {
    return address;
  }

  public Field joinName() {
    return joinName;
  }

  /// The code from the person's other device, where [#linkingProperty] holds.
  public Field code() {
    return code;
  }

  /// Whether this device is added to somebody who uses the server already, instead of joining.
  public ReadOnlyBooleanProperty linkingProperty() {
    return linking.getReadOnlyProperty();
  }

  public void setLinking(boolean now) {
    joinError.set("");
    linking.set(now);
  }

  /// What the person should know; empty for nothing.
  public StringProperty noticeProperty() {
    return notice;
  }

  /// A link from another device has the code in it.
  private void takeCode(String typed) {
    Address.parse(typed)
        .map(Address::code)
        .ifPresent(
            found -> {
              code.textProperty().set(found.shown());
              linking.set(true);
            });
  }

  /// Says that the address is one without encryption; empty where it is not.
  public ReadOnlyStringProperty plainWarningProperty() {
    return plainWarning.getReadOnlyProperty();
  }

  /// Why hosting failed, if no single field is wrong; empty if it did not.
  public ReadOnlyStringProperty hostErrorProperty() {
    return hostError.getReadOnlyProperty();
  }

  /// Why joining or opening a known server failed, if no single field is wrong; empty if it did
  /// not.
  public ReadOnlyStringProperty joinErrorProperty() {
    return joinError.getReadOnlyProperty();
  }

  /// Another port to host on; 0 if none is offered.
  public ReadOnlyIntegerProperty freePortProperty() {
    return freePort.getReadOnlyProperty();
  }

  /// Whether a server is being hosted, joined or opened.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// What joining waits for; empty while nothing is being joined.
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Gives up what is being joined.
  ///
  /// @return whether there was anything to give up
  public boolean cancel() {
    return !progress.get().isEmpty() && underWay.cancel(true);
  }

  public ObservableList<Identity> known() {
    return known;
  }

  public void host() {
    host(port);
  }

  public void hostOnFreePort() {
    host(freePort.get());
  }

  public void join() {
    forget();
    checkAddress();
    boolean links = linking.get();
    joinName.refuse(links ? "" : ErrorText.ofName(joinName.text()));
    boolean needsCode = links && DeviceCode.parse(code.text()).isEmpty();
    code.refuse(needsCode ? Messages.get("welcome.code.invalid") : "");
    if (address.isFine() && joinName.isFine() && code.isFine()) {
      Address.parse(address.text())
          .ifPresent(
              to -> {
                if (to.plain()) {
                  consent.ask(to, () -> join(to));
                } else {
                  join(to);
                }
              });
    }
  }

  /// Says what is wrong with the address, if anything is.
  public void checkAddress() {
    address.refuse(wrongAddress());
  }

  private String wrongAddress() {
    if (Address.parse(address.text()).isPresent()) {
      return "";
    }
    return Messages.get(
        Address.isCutOff(address.text()) ? "welcome.address.cut" : "welcome.address.invalid");
  }

  private void join(Address to) {
    if (!busy.get()) {
      progress.set(Messages.get("welcome.joining", to.host() + ":" + to.port()));
      follow(
          linking.get()
              ? DeviceCode.parse(code.text())
                  .<CompletableFuture<?>>map(fit -> connector.link(to, fit))
                  .orElseThrow()
              : connector.join(to, joinName.text()),
          this::joinFailed);
    }
  }

  public void reopen(Identity identity) {
    forget();
    follow(connector.reopen(identity), failure -> joinError.set(ErrorText.of(failure)));
  }

  private void host(int onPort) {
    forget();
    serverName.refuse(ErrorText.ofName(serverName.text()));
    hostName.refuse(ErrorText.ofName(hostName.text()));
    if (serverName.isFine() && hostName.isFine()) {
      follow(connector.host(serverName.text(), hostName.text(), onPort), this::hostFailed);
    }
  }

  private void follow(CompletableFuture<?> way, Consumer<Throwable> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    underWay = way;
    var _ =
        way.whenCompleteAsync(
            (done, failure) -> {
              busy.set(false);
              progress.set("");
              if (failure != null && !(unwrap(failure) instanceof CancellationException)) {
                failed.accept(unwrap(failure));
              }
            },
            fx);
  }

  private void hostFailed(Throwable failure) {
    switch (failure) {
      case HostingException refused -> {
        hostError.set(refused.sentence());
        freePort.set(refused.freePort());
      }
      case JoinException join when isAboutName(join.fault()) -> hostName.refuse(ErrorText.of(join));
      case FaultException refused when isAboutName(refused.fault()) ->
          hostName.refuse(ErrorText.of(refused));
      default -> hostError.set(ErrorText.of(failure));
    }
  }

  private void joinFailed(Throwable failure) {
    switch (failure) {
      case JoinException join when join.fault() == null -> address.refuse(ErrorText.of(join));
      case JoinException join when isAboutName(join.fault()) -> joinName.refuse(ErrorText.of(join));
      case JoinException join when linking.get() && isAboutCode(join.fault()) ->
          code.refuse(ErrorText.of(join));
      case JoinException join when join.fault() == Fault.METHOD_UNKNOWN ->
          joinError.set(Messages.get("feature.missing"));
      case FaultException refused when isAboutName(refused.fault()) ->
          joinName.refuse(ErrorText.of(refused));
      default -> joinError.set(ErrorText.of(failure));
    }
  }

  private void forget() {
    hostError.set("");
    joinError.set("");
    freePort.set(0);
    for (Field field : new Field[] {serverName, hostName, address, joinName, code}) {
      field.refuse("");
    }
  }

  private static boolean isAboutCode(@Nullable Fault fault) {
    return fault == Fault.DEVICE_CODE_UNKNOWN
        || fault == Fault.DEVICES_TOO_MANY
        || fault == Fault.DEVICE_SIGNED_OUT
        || fault == Fault.RATE_LIMITED;
  }

  private static boolean isAboutName(@Nullable Fault fault) {
    return fault == Fault.NAME_EMPTY
        || fault == Fault.NAME_TOO_LONG
        || fault == Fault.NAME_CHARACTERS
        || fault == Fault.NAME_TAKEN;
  }

  private static Throwable unwrap(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /// Asks whether to join a server to which nothing is encrypted.
  public interface Consent {
    void ask(Address address, Runnable yes);
  }
}

/// The window of Hearth, which can also host a server.
module hearth.desktop {
  requires atlantafx.base;
  requires hearth.server;
  requires hearth.shared;
  requires info.picocli;
  requires javafx.controls;
  requires javafx.fxml;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires org.slf4j;
  requires static org.jspecify;

  exports hearth.desktop to
      javafx.graphics;

  opens hearth.desktop to
      info.picocli;
}

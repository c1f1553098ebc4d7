/// The window of Hearth, which can also host a server.
module hearth.desktop {
  requires atlantafx.base;
  requires com.google.gson;
  requires hearth.emoji;
  requires hearth.server;
  requires hearth.shared;
  requires javafx.controls;
  requires javafx.fxml;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.strikethrough;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires org.slf4j;
  requires static org.jspecify;

  opens hearth.desktop.chats to
      javafx.fxml;
  opens hearth.desktop.composer to
      javafx.fxml;
  opens hearth.desktop.details to
      javafx.fxml;
  opens hearth.desktop.devices to
      javafx.fxml;
  opens hearth.desktop.fx to
      javafx.controls,
      javafx.fxml;
  opens hearth.desktop.hosting to
      javafx.fxml;
  opens hearth.desktop.settings to
      javafx.fxml;
  opens hearth.desktop.timeline to
      javafx.fxml;
  opens hearth.desktop.welcome to
      javafx.fxml;
  opens hearth.desktop.window to
      javafx.fxml;
}

/// What both sides of Hearth stand on: the protocol and the client core, without any user
/// interface.
@SuppressWarnings("module") // the modules to which packages are exported are compiled later
module hearth.shared {
  requires com.google.gson;
  requires java.sql;
  requires org.java_websocket;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports hearth.protocol;
  exports hearth.protocol.json;
  exports hearth.client;
  exports hearth.client.link;
  exports hearth.client.model;
  exports hearth.client.store;
  exports hearth.client.store.sqlite;
  exports hearth.files to
      hearth.server,
      hearth.desktop;
  exports hearth.sqlite to
      hearth.server;
}

/// What both sides of Hearth stand on: the protocol and the client core, without any user
/// interface.
@SuppressWarnings(
    "module") // the server's module, to which a package is exported, is compiled later
module hearth.shared {
  requires com.google.gson;
  requires java.sql;
  requires org.java_websocket;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires static transitive org.jspecify;

  exports hearth.protocol;
  exports hearth.client;
  exports hearth.client.link;
  exports hearth.client.store;
  exports hearth.sqlite to
      hearth.server;
}

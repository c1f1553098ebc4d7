/// The server of Hearth, to be embedded or run from the command line.
@SuppressWarnings("module") // the bench, to which packages are exported, is compiled later
module hearth.server {
  requires transitive hearth.shared;
  requires java.sql;
  requires jdk.management;
  requires org.apache.commons.cli;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.java_websocket;
  requires org.slf4j;
  requires static org.jspecify;

  exports hearth.server;
  exports hearth.server.config;
  exports hearth.server.policy;
  exports hearth.server.cli to
      hearth.bench;
  exports hearth.server.net to
      hearth.bench;
}

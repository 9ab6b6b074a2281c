module io.github.dokuconformance {
  requires java.net.http;
  requires java.xml;
  requires jdk.httpserver;
  requires static java.desktop;
  requires static java.naming;
  requires static java.sql;

  exports io.github.dokuconformance.cli;

  uses org.slf4j.spi.SLF4JServiceProvider;
  uses tools.jackson.databind.JacksonModule;
  provides org.slf4j.spi.SLF4JServiceProvider with org.slf4j.nop.NOPServiceProvider;
}

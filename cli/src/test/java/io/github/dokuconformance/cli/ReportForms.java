package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What each form of report has to hold to. */
public final class ReportForms {
  private ReportForms() {}

  /** Holds JSON to a schema among the resources. */
  public static void assertValid(String schema, SpecificationVersion version, String json)
      throws IOException {
    try (InputStream in = requireNonNull(ReportForms.class.getResourceAsStream(schema), schema)) {
      Schema compiled =
          SchemaRegistry.withDefaultDialect(version)
              .getSchema(new String(in.readAllBytes(), UTF_8));
      assertThat(compiled.validate(JsonMapper.shared().readTree(json))).isEmpty();
    }
  }

  /** Holds JUnit XML to Surefire's schema, and its counts to its cases; returns the suite. */
  public static Element suite(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(ReportForms.class.getResource("/junit/surefire-test-report.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    for (String[] counted :
        List.of(
            new String[] {"tests", "testcase"},
            new String[] {"failures", "failure"},
            new String[] {"errors", "error"},
            new String[] {"skipped", "skipped"})) {
      assertThat(suite.getAttribute(counted[0]))
          .as(counted[0])
          .isEqualTo(Integer.toString(suite.getElementsByTagName(counted[1]).getLength()));
    }
    return suite;
  }
}

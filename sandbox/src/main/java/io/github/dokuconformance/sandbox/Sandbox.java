package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.http.Authority;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.sandbox.notification.Delivery;
import io.github.dokuconformance.sandbox.notification.Notifier;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.sandbox.order.Payment;
import io.github.dokuconformance.sandbox.token.IssuedTokens;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.SecretMask;
import io.github.dokuconformance.signature.SignedPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A local DOKU: an HTTP server that judges each call, keeps state, signs its answers, and lies on
 * request.
 *
 * <p>Thread safe. Threads are daemons.
 */
public final class Sandbox implements AutoCloseable {
  /** Where the control API and the payment pages are; all other paths are DOKU's. */
  static final String CONTROL = "/_sandbox";

  private static final Set<OrderState> TOLD =
      EnumSet.of(OrderState.SUCCESS, OrderState.AUTHORIZED, OrderState.FAILED);

  private final Contract contract;
  private final Answers answers;
  private final Merchants merchants;
  private final SandboxClock clock;
  private final SandboxEvidence evidence;
  private final ArmedFaults faults = new ArmedFaults();
  private final Marks marks = new Marks();
  private final Acquirer acquirer;
  private final Notifier notifier;
  private final Inquirer inquirer;
  private final MerchantTokens merchantTokens;
  private final Supplier<AsymmetricKey> dokuKey;
  private final FaultyAnswers faulty;
  private final Api api;
  private final ControlAccess access = new ControlAccess();
  private final HttpFront front;
  private final URI url;

  private Sandbox(SandboxOptions options) throws IOException {
    this.contract = options.contract();
    this.answers = Answers.of(contract);
    this.dokuKey = options.dokuKey();
    this.merchants = new Merchants(options.merchants(), dokuKey);
    this.clock = new SandboxClock(options.clock());
    this.evidence = new SandboxEvidence(options.keptExchanges(), options.listener());
    IssuedTokens tokens = new IssuedTokens(dokuKey);
    this.acquirer =
        new Acquirer(options.keptOrders(), answers, this::pageUrl, clock::now, tokens::issue);
    this.merchantTokens = new MerchantTokens(contract, merchants, clock, evidence);
    this.notifier =
        new Notifier(
            contract,
            clock::now,
            RequestIds::next,
            (clientId, scheme) -> merchants.key(clientId, scheme, SignedPart.NOTIFICATION),
            merchantTokens,
            faults,
            this::delivered,
            defect -> evidence.recordDefect(SandboxEvidence.UNKNOWN, defect));
    this.inquirer = new Inquirer(contract, merchants, clock, acquirer, evidence, merchantTokens);
    this.faulty = new FaultyAnswers(acquirer, notifier, marks, options.delay());
    this.api =
        new Api(
            contract,
            merchants,
            clock,
            acquirer,
            faults,
            marks,
            evidence,
            faulty,
            notifier::send,
            tokens,
            options.listener());
    clock.onChange(
        () -> {
          notifier.clockChanged();
          acquirer.clockChanged();
        });
    notifier.setUrl(options.notificationUrl());
    inquirer.setUrl(options.inquiryUrl());
    merchantTokens.setUrl(options.tokenUrl());
    this.front =
        HttpFront.bind(options.address(), options.allowedHosts().toArray(Authority[]::new));
    InetSocketAddress bound = front.address();
    String host = bound.getAddress().isAnyLocalAddress() ? "localhost" : literal(bound);
    this.url = URI.create("http://" + host + ":" + bound.getPort());
  }

  private void start(SandboxListener listener) {
    front.start(new Router(listener));
  }

  /** Returns what takes the merchants' secrets out of a text. */
  SecretMask mask() {
    return merchants.keys().mask();
  }

  private static String literal(InetSocketAddress bound) {
    String host = bound.getAddress().getHostAddress();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /**
   * Starts a sandbox; it answers when this returns.
   *
   * @throws IOException where its address can't be had
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    Sandbox sandbox = new Sandbox(options);
    sandbox.start(options.listener());
    return sandbox;
  }

  /** Returns the base URL, without slash at the end: what a client is to take for DOKU. */
  public URI url() {
    return url;
  }

  public int port() {
    return url.getPort();
  }

  /**
   * Returns what the control API wants of browsers and of other machines: {@code Authorization:
   * Bearer} and this.
   */
  public String controlToken() {
    return access.token();
  }

  private String pageUrl(long number) {
    return url + PaymentPages.PATH + number;
  }

  public SandboxClock clock() {
    return clock;
  }

  /**
   * Arms a fault for the next requests that it can act on.
   *
   * @throws IllegalArgumentException where it can't act on the operation that it waits for
   */
  public void arm(Armed fault) {
    faults.arm(fault.require(contract));
  }

  public List<Armed> armed() {
    return faults.list();
  }

  public void disarm(Fault fault) {
    faults.disarm(fault);
  }

  /** Returns the orders of that invoice number; more than one only with several merchants. */
  public List<Order> orders(String invoiceNumber) {
    return acquirer.find(invoiceNumber, merchants.clientIds(), clock.now());
  }

  Optional<Order> order(long number) {
    return acquirer.find(number, clock.now());
  }

  /**
   * Lets something happen to an order, by the first method of its page where that has some.
   *
   * @return as {@link #apply(Order, OrderEvent, Payment)}
   */
  public Optional<Order> apply(Order order, OrderEvent event) {
    return apply(order, event, Payment.first(order));
  }

  /**
   * Lets something happen to an order, and notifies the merchant where DOKU would: when it was
   * paid, when money was set aside for it, and when it failed.
   *
   * @return what came of it; nothing where the order's state forbids that
   */
  public Optional<Order> apply(Order order, OrderEvent event, Payment payment) {
    Optional<Order> after = acquirer.apply(order, event, payment, clock.now());
    after.filter(o -> TOLD.contains(o.state())).ifPresent(notifier::send);
    return after;
  }

  /** Sets where notifications go; nowhere without. */
  public void setNotificationUrl(Optional<URI> target) {
    target.ifPresent(one -> HttpUrls.require(one.toString()));
    notifier.setUrl(target);
  }

  public Optional<URI> notificationUrl() {
    return notifier.url();
  }

  /** Sets where the merchant is asked about a number; nowhere without. */
  public void setInquiryUrl(Optional<URI> target) {
    target.ifPresent(one -> HttpUrls.require(one.toString()));
    inquirer.setUrl(target);
  }

  public Optional<URI> inquiryUrl() {
    return inquirer.url();
  }

  /** Sets where the merchant gives tokens; on the host of the notification URL without. */
  public void setTokenUrl(Optional<URI> target) {
    target.ifPresent(one -> HttpUrls.require(one.toString()));
    merchantTokens.setUrl(target);
  }

  public Optional<URI> tokenUrl() {
    return merchantTokens.url();
  }

  /** Returns the key with which merchants verify that a token is asked for by DOKU. */
  public AsymmetricKey dokuKey() {
    return dokuKey.get().publicHalf();
  }

  /**
   * Returns the order that a customer pays who names that number: one that was made before, or what
   * the merchant answers when it is asked.
   */
  Order named(String clientId, String number, Optional<String> channel, Optional<String> method)
      throws ControlException {
    Optional<Order> known = acquirer.findByCode(clientId, number, clock.now());
    return known.isPresent() ? known.get() : inquirer.ask(clientId, number, channel, method);
  }

  Merchants merchants() {
    return merchants;
  }

  /**
   * Waits until no notification is due; false where that takes longer.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public boolean awaitNotifications(Duration patience) throws InterruptedException {
    return notifier.awaitIdle(patience);
  }

  public SandboxSummary summary() {
    return evidence.summary(marks, acquirer.forgotten(), notifier.givenUp());
  }

  List<SandboxEvidence.Kept> exchanges() {
    return evidence.kept();
  }

  int size() {
    return acquirer.size();
  }

  Marks marks() {
    return marks;
  }

  /** Forgets everything and goes by its first clock again; merchants and URLs stay. */
  public void reset() {
    faults.clear();
    marks.clear();
    acquirer.clear();
    notifier.clear();
    faulty.clear();
    evidence.clear();
    clock.reset();
  }

  private void delivered(Delivery delivery) {
    delivery
        .fault()
        .filter(fault -> fault.expectation() == Fault.Expectation.REFUSE)
        .ifPresent(
            fault ->
                marks.add(
                    Marks.Served.settled(
                        fault,
                        delivery.operation(),
                        delivery.clientId(),
                        delivery.invoiceNumber(),
                        delivery.isAcknowledged() ? Marks.Reaction.ACTED : Marks.Reaction.RECOVERED,
                        "answered " + delivery.status())));
    evidence.record(delivery);
  }

  /** Stops the server and the deliveries. */
  @Override
  public void close() {
    notifier.close();
    inquirer.close();
    merchantTokens.close();
    front.close();
  }

  /** Divides what comes in between DOKU and the sandbox itself. */
  private final class Router implements HttpFront.Handler {
    private final ControlApi control = new ControlApi(Sandbox.this, access);
    private final PaymentPages pages = new PaymentPages(Sandbox.this);
    private final SandboxListener listener;

    Router(SandboxListener listener) {
      this.listener = listener;
    }

    @Override
    public boolean isPage(Target target) {
      return target.path().startsWith(PaymentPages.PATH);
    }

    @Override
    public Outgoing handle(Request request, InetAddress peer) {
      String path = request.target().path();
      if (isPage(request.target())) {
        return Outgoing.whole(pages.handle(request));
      }
      if (Welcome.isAsked(request)) {
        return Outgoing.whole(Welcome.at(url));
      }
      if (path.equals(CONTROL) || path.startsWith(CONTROL + "/")) {
        return Outgoing.whole(control.handle(request, peer));
      }
      try {
        return api.handle(
            request, notificationUrl().map(URI::getRawPath).filter(p -> !p.isEmpty()));
      } catch (RuntimeException e) {
        return api.defect(request, e);
      }
    }

    @Override
    public Outgoing refuse(int status, String reason) {
      if (status == HttpFront.MISDIRECTED || status == HttpFront.FORBIDDEN) {
        listener.turnedAway(reason);
        return Outgoing.whole(ControlApi.error(status, reason));
      }
      return api.refuse(status);
    }

    @Override
    public Outgoing failed(RuntimeException defect) {
      return api.defect(defect);
    }
  }

  /** Returns the operations that a fault can be armed for. */
  List<String> operations() {
    return Outcomes.operations(contract).stream().map(Operation::id).toList();
  }

  /** Returns how people call the channel that an order was made by. */
  String title(Order order) {
    return page(order).flatMap(AnswerTemplate::title).orElse(order.channel());
  }

  /** Returns the acquirer's codes of a payment that fails, with their words. */
  Map<String, String> failures(Order order) {
    return page(order).map(template -> template.page().failures()).orElse(Map.of());
  }

  /** Returns how people call the methods by which an order can be paid. */
  Map<String, String> methods(Order order) {
    Map<String, String> titles =
        page(order).map(template -> template.page().methods()).orElse(Map.of());
    Map<String, String> methods = new LinkedHashMap<>();
    order.terms().methods().forEach(one -> methods.put(one, titles.getOrDefault(one, one)));
    return methods;
  }

  /** Tells whether it is known how DOKU tells of any method that an order asked for. */
  boolean canBePaid(Order order) {
    return !order.terms().methods().isEmpty()
        || page(order).map(template -> template.page().methods().isEmpty()).orElse(true);
  }

  private Optional<AnswerTemplate> page(Order order) {
    return contract
        .operation(order.channel(), Role.ORDER)
        .flatMap(operation -> answers.find(operation, order.channel()));
  }
}

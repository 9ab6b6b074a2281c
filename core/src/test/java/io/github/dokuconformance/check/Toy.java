package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import java.nio.file.Path;

/**
 * A channel that does not exist, and of which no code knows: an order, its change, cancellation and
 * refund, a status, a notification and an inquiry, as a folder of data.
 */
public final class Toy {
  public static final Path FOLDER = Path.of("src/test/resources/toy-channel");
  public static final Contract CONTRACT = Contract.bundledWith(FOLDER);

  private static final String DEAL = "{'number':'D-1','total':70}";

  private Toy() {}

  static Draft pay() {
    return draft(
            "/toy/v1/payments",
            """
            {'deal':{'number':'D-1','total':70,'back':'https://shop.example/back','lines':[
              {'label':'cup','cost':20,'count':3},{'label':'lid','cost':10,'count':1}]},
             'ref':'R-1','notify':'https://shop.example/told'}
            """,
            "{'deal':"
                + DEAL
                + ",'ref':'R-1','state':'OPEN','link':'https://pay.example/1',"
                + "'notify':'https://shop.example/told'}")
        .status(201);
  }

  static Draft change() {
    return draft(
            "/toy/v1/payments/D-1",
            "{'total':80,'lines':[{'label':'cup','cost':20,'count':4}]}",
            "{'deal':{'number':'D-1','total':80},'state':'OPEN'}")
        .method("PATCH");
  }

  static Draft look() {
    return draft("/toy/v1/payments/D-1", "", "{'deal':" + DEAL + ",'state':'PAID'}").method("GET");
  }

  static Draft cancel() {
    return draft(
        "/toy/v1/voids",
        "{'deal':{'number':'D-1'},'ref':'R-1'}",
        "{'deal':" + DEAL + ",'state':'VOIDED'}");
  }

  static Draft refund() {
    return draft(
        "/toy/v1/returns",
        "{'deal':{'number':'D-1'},'ref':'R-1','return_ref':'X-1'}",
        "{'deal':" + DEAL + ",'return_ref':'X-1','state':'RETURNED'}");
  }

  static Draft told() {
    return draft(
        "/payments/told",
        "{'kind':'TOY-TOLD','deal':"
            + DEAL
            + ",'ref':'R-1','outcome':'PAID','when':'2026-01-02T03:04:05Z','asked':'a'}",
        "OK");
  }

  static Draft ask() {
    return draft(
        "/shop/asked",
        "{'kind':'TOY-ASK','deal':{'number':'D-1'}}",
        "{'deal':" + DEAL + ",'buyer':'Ani'}");
  }

  static Draft odd() {
    return draft("/toy/v1/odds", "{'memo':'m'}", "{'memo':'m'}");
  }

  private static Draft draft(String target, String body, String answer) {
    return Draft.to(target, json(body), json(answer)).contract(CONTRACT);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}

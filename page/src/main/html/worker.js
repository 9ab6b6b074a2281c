// Runs behind the engine, in the worker: answers one question, the likelier mistakes first.
const engine = module.exports;
onmessage = ({data}) => {
  const answer = (value, last) => postMessage({id: data.id, last, value: JSON.parse(value)});
  if (data.kind !== 'explain') {
    answer(engine[data.kind](data.text, JSON.stringify(data.question)), true);
    return;
  }
  for (const hypotheses of data.stages) {
    const value = engine.explain(data.text, JSON.stringify({...data.question, hypotheses}));
    const open = JSON.parse(value).answers?.some(it => it.status === 'unexplained' && it.cut !== 'none');
    const last = !open || hypotheses === data.stages[data.stages.length - 1];
    answer(value, last);
    if (last) return;
  }
};
postMessage({ready: true});

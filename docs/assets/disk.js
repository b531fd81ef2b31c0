// For a page that was opened from a file. Browsers start no worker there, so a script that ought
// to be one, such as the search, runs in a hidden frame: messages go in and out as events.
"use strict";

class FramedWorker extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.inside = frame.contentWindow;
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));

    const script = this.inside.document.createElement("script");
    script.src = address;
    this.started = new Promise((resolve) => script.addEventListener("load", resolve));
    this.inside.document.body.append(script);
  }

  postMessage(data) {
    this.started.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })));
  }
}

if (location.protocol === "file:") window.Worker = FramedWorker;

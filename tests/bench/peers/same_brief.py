"""The rivals' own brief (doha.toml and its variants) in the vocabulary of Readout: the same words for all of them."""
import json

STATUS = {"Agreed": "agreed", "Discussed": "proposed"}


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def both(en, ar):
    return f"{{ en = {quoted(en)}, ar = {quoted(ar)} }}" if ar else quoted(en)


def readout_of(brief):
    """TOML of Readout, from the rivals' TOML as Python reads it."""
    document, out = brief["document"], []

    def table(name, /, **values):
        out.append(f"\n[{name}]" if not name.startswith("+") else f"\n[[{name[1:]}]]")
        out.extend(f"{key} = {value}" for key, value in values.items() if value is not None)

    table("document", title=quoted(document["title"]), lang='["en-US", "ar"]',
          summary=quoted("\n\n".join(document["summary"])), ref=quoted(document["reference"]))
    table("print", paper='"a4"')
    table("meeting", place=both(document["place"], document["place_ar"]), date_note=quoted(document["date"]))
    for side in brief["delegation"]:
        table("+side", id=quoted(side["id"]), name=both(side["state"], side["state_ar"]),
              role=quoted({"Host": "host", "Visiting": "guest"}[side["role"]]))
        for member in side["member"]:
            table("+side.people", name=both(member["name"], member.get("name_ar")), office=quoted(member["title"]))
    for point in brief["point"]:
        table("+discussion", id=quoted(point["id"]), heading=quoted(point["heading"]), text=quoted(point["text"]))
    table("tour", summary=quoted("\n\n".join(brief["tour"]["text"])))
    closing = "\n\n".join([brief["outcome"]["text"], *brief["closing"]["text"]])
    table("outcome", text=quoted(closing))
    for step in brief["outcome"]["step"]:
        table("+step", text=quoted(step["action"]), owner=quoted(step["who"]), due=quoted(step["when"]),
              status=quoted(STATUS[step["status"]]), **{"from": json.dumps(step["from"])})
    return "readout = 1\n" + "\n".join(out) + "\n"


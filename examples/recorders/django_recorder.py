# Records what Django gets, byte for byte: the first of MIDDLEWARE is "django_recorder.record".
import base64
import json


def record(get_response):
    def middleware(request):
        message = {"method": request.method, "target": request.get_full_path(), "headers": dict(request.headers)}
        message["body"] = {"base64": base64.b64encode(request.body).decode()}
        with open("exchanges.jsonl", "a") as file:
            file.write(json.dumps({"request": message}) + "\n")
        return get_response(request)

    return middleware

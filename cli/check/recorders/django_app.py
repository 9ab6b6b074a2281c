# A Django application that is called in its own process: python3 django_app.py FOLDER, with the message in the environment.
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../examples/recorders"))
os.chdir(sys.argv[1])
import django
from django.conf import settings
from django.http import JsonResponse
from django.test import Client
from django.urls import re_path

settings.configure(ROOT_URLCONF=__name__, MIDDLEWARE=["django_recorder.record"], ALLOWED_HOSTS=["*"])
urlpatterns = [re_path("", lambda request: JsonResponse({"length": len(request.body)}))]
django.setup()
answer = Client().post(os.environ["TARGET"], os.environ["BODY"].encode(), "application/json", HTTP_SIGNATURE=os.environ["SIGNATURE"])
sys.exit(0 if answer.json()["length"] == len(os.environ["BODY"].encode()) else 1)

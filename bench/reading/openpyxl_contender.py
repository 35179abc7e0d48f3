"""openpyxl as a contender: the same lines in and out as contender.mjs."""
import io
import json
import resource
import sys
import time
import warnings

import openpyxl

warnings.simplefilter("ignore")


def whole(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def values(data):
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for _ in row:
                pass
    book.close()


read = {"openpyxl-whole": whole, "openpyxl-values": values}[sys.argv[1]]
inputs = []


def run():
    milliseconds = []
    cpu = time.process_time()
    for data in inputs:
        start = time.perf_counter()
        read(data)
        milliseconds.append((time.perf_counter() - start) * 1000)
    return {
        "milliseconds": milliseconds,
        "numbers": [None] * len(inputs),
        "cpu": (time.process_time() - cpu) * 1000 / len(inputs),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


for line in sys.stdin:
    command = json.loads(line)
    if "files" in command:
        inputs = [open(file, "rb").read() for file in command["files"]]
        result = {"ready": len(inputs)}
    else:
        result = run()
    print(json.dumps(result), flush=True)

"""Opens every .xlsx of a folder with openpyxl and saves it into another: openpyxl_resave.py FROM TO"""
import os
import sys

import openpyxl

source, target = sys.argv[1:3]
for name in sorted(os.listdir(source)):
    if name.endswith(".xlsx"):
        workbook = openpyxl.load_workbook(os.path.join(source, name))
        workbook.save(os.path.join(target, name))

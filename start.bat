@echo off
rem Opens the desk: a double click on Windows. ASCII only, whatever the code page; what is said in
rem Chinese stands in start.txt (UTF-8).
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul 2>&1
title Handbill

rem pushd takes a share of the network, too. From here on no path stands in an argument.
pushd "%~dp0"
if errorlevel 1 goto failed

rem The stub of the Microsoft Store, python.exe, answers a program with an error: it is not taken.
set "PYTHON="
for %%P in ("py -3" "py -3.14" "py -3.13" "py -3.12" "py -3.11" "python" "python3") do call :try %%~P
if not defined PYTHON goto missing

set "SCRIPT=start.py"
if exist "scripts\start_desk.py" set "SCRIPT=scripts\start_desk.py"
call %PYTHON% "%SCRIPT%"
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" pause
exit /b %CODE%

:try
if defined PYTHON exit /b 0
rem A shim such as python.bat comes back only where it is called.
call %* -c "import sys; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)" <nul >nul 2>&1 && set "PYTHON=%*"
exit /b 0

:missing
type "start.txt"
pause
popd
exit /b 2

:failed
pause
exit /b 1

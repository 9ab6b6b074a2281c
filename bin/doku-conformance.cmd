@echo off
rem Starts doku-conformance on the runtime beside it, or, in a checkout, on the Java of the PATH.
setlocal
set "HOME_DIR=%~dp0.."
set "FAST=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="sandbox" set "FAST="
if "%~1"=="proxy" set "FAST="
if exist "%HOME_DIR%\runtime\bin\java.exe" (
  "%HOME_DIR%\runtime\bin\java.exe" %FAST% %DOKU_CONFORMANCE_OPTS% -cp "%HOME_DIR%\no-class-path" io.github.dokuconformance.cli.Main %*
) else (
  java %FAST% %DOKU_CONFORMANCE_OPTS% -jar "%HOME_DIR%\cli\target\doku-conformance.jar" %*
)
exit /b %ERRORLEVEL%
